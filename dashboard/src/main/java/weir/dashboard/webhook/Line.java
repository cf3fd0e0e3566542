package weir.dashboard.webhook;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import weir.dashboard.live.Found;

/** Alerts that wait to be told, one place for each user. It is bounded, and nobody waits to add. */
final class Line {
  static final int MOST = 1000;

  /**
   * A user's place.
   *
   * @param found the gravest alert, the first of these
   * @param more how many others there are
   */
  record Place(Found found, int more, long sinceNanos) {
    Place with(Found other) {
      boolean graver = other.alert().severity().compareTo(found.alert().severity()) > 0;
      return new Place(graver ? other : found, more + 1, sinceNanos);
    }

    Duration age() {
      return Duration.ofNanos(System.nanoTime() - sinceNanos);
    }
  }

  private final Map<String, Place> places = new LinkedHashMap<>();
  private final Duration gather;
  private int taken;

  /**
   * An empty line.
   *
   * @param gather how long each stands in it, so that alerts that come together are told together
   */
  Line(Duration gather) {
    this.gather = gather;
  }

  /** False if there is no place left. */
  synchronized boolean add(Found found) {
    String user = found.alert().userId();
    Place place = places.get(user);
    if (place == null && places.size() >= MOST) {
      return false;
    }
    places.put(user, place == null ? new Place(found, 0, System.nanoTime()) : place.with(found));
    notifyAll();
    return true;
  }

  /** Waits for the first. */
  synchronized Place take() throws InterruptedException {
    while (true) {
      if (places.isEmpty()) {
        wait();
        continue;
      }
      Map.Entry<String, Place> first = places.entrySet().iterator().next();
      long left = gather.minus(first.getValue().age()).toMillis();
      if (left <= 0) {
        places.remove(first.getKey());
        taken = 1;
        return first.getValue();
      }
      TimeUnit.MILLISECONDS.timedWait(this, left);
    }
  }

  /** What was taken last waits no longer. */
  synchronized void done() {
    taken = 0;
  }

  synchronized int size() {
    return places.size() + taken;
  }
}
