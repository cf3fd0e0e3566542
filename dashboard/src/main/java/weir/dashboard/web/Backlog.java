package weir.dashboard.web;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import weir.dashboard.live.Found;

/** Alerts that wait for the next beat, bounded in number and size; the others are only counted. */
final class Backlog {
  static final int MOST_IN_BATCH = 250;
  private static final int MOST_WAITING = 4 * MOST_IN_BATCH;
  private static final int MOST_CHARACTERS_IN_BATCH = 1 << 20;
  private static final int MOST_CHARACTERS_WAITING = 4 * MOST_CHARACTERS_IN_BATCH;

  /** Alerts that came, and how many more there were than are told. */
  record Batch(List<Found.Message> alerts, int left) {
    boolean isEmpty() {
      return alerts.isEmpty() && left == 0;
    }
  }

  private final Deque<Found> waiting = new ArrayDeque<>();
  private int characters;
  private int left;

  synchronized void add(Found found) {
    if (waiting.size() == MOST_WAITING || characters > MOST_CHARACTERS_WAITING) {
      left++;
    } else {
      waiting.add(found);
      characters += found.json().length();
    }
  }

  synchronized Batch take() {
    List<Found.Message> alerts = new ArrayList<>();
    int taken = 0;
    while (!waiting.isEmpty()
        && alerts.size() < MOST_IN_BATCH
        && taken < MOST_CHARACTERS_IN_BATCH) {
      Found found = waiting.removeFirst();
      taken += found.json().length();
      alerts.add(found.message());
    }
    characters -= taken;
    Batch batch = new Batch(alerts, left);
    left = 0;
    return batch;
  }
}
