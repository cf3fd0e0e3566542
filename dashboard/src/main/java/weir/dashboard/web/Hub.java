package weir.dashboard.web;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Hands every event to every listener. Each listener has a bounded queue of its own, so a slow one
 * does not delay the others. A page that comes back soon gets what it missed, any other the whole
 * state.
 */
final class Hub {
  /** A page that missed more events than this starts again from the whole state. */
  private static final int KEPT = 128;

  private static final int MOST_CHARACTERS_KEPT = 4 << 20;

  static final int MOST_LISTENERS = 100;

  /**
   * Something that happened.
   *
   * @param id tells the server's life and the event's place in it
   * @param name what kind it is
   * @param data JSON
   */
  record Event(String id, String name, String data) {}

  private final String life = Long.toString(System.currentTimeMillis(), Character.MAX_RADIX);
  private final Deque<Event> kept = new ArrayDeque<>();
  private final Map<String, Event> standing = new LinkedHashMap<>();
  private final Set<Listener> listeners = ConcurrentHashMap.newKeySet();
  private final AtomicLong dropped = new AtomicLong();
  private final Supplier<String> state;
  private long number;
  private int charactersKept;
  private int promised;

  Hub(Supplier<String> state) {
    this.state = state;
  }

  synchronized void publish(String name, String data) {
    Event event = new Event(life + "-" + ++number, name, data);
    kept.addLast(event);
    charactersKept += data.length();
    while (kept.size() > KEPT || charactersKept > MOST_CHARACTERS_KEPT) {
      charactersKept -= kept.removeFirst().data().length();
    }
    for (Listener listener : listeners) {
      if (!listener.offer(event)) {
        dropped.incrementAndGet();
        leave(listener);
      }
    }
  }

  /** Publishes what replaces the event of this name before it; a newcomer gets the last one. */
  synchronized void publishStanding(String name, String data) {
    publish(name, data);
    standing.put(name, new Event(life + "-" + number, name, data));
  }

  /** Keeps a place for one who is about to join; false if there is none. */
  synchronized boolean promise() {
    if (listeners.size() + promised >= MOST_LISTENERS) {
      return false;
    }
    promised++;
    return true;
  }

  /** Gives back a place that was promised. */
  synchronized void release() {
    promised--;
  }

  /** Takes the place that was promised. */
  synchronized void join(Listener listener, @Nullable String lastEventId) {
    promised--;
    if (kept.stream().anyMatch(event -> event.id().equals(lastEventId))) {
      kept.stream()
          .dropWhile(event -> !event.id().equals(lastEventId))
          .skip(1)
          .forEach(listener::offer);
    } else {
      listener.offer(new Event(life + "-" + number, "state", state.get()));
      standing.values().forEach(listener::offer);
    }
    listeners.add(listener);
  }

  void leave(Listener listener) {
    listeners.remove(listener);
    listener.end();
  }

  /** The sessions of those who listen. */
  Set<String> sessions() {
    return listeners.stream()
        .flatMap(each -> Stream.ofNullable(each.session()))
        .collect(Collectors.toSet());
  }

  /** Ends the streams of sessions. */
  void end(Collection<String> sessions) {
    for (Listener each : listeners) {
      String session = each.session();
      if (session != null && sessions.contains(session)) {
        leave(each);
      }
    }
  }

  /** Ends the streams of those who have no session. */
  void endStrangers() {
    for (Listener each : listeners) {
      if (each.session() == null) {
        leave(each);
      }
    }
  }

  int listeners() {
    return listeners.size();
  }

  /** How many were too slow. */
  long dropped() {
    return dropped.get();
  }

  synchronized void close() {
    listeners.forEach(this::leave);
  }
}
