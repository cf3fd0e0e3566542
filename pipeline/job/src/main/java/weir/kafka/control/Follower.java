package weir.kafka.control;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import weir.control.ControlLog;
import weir.meters.Meters;
import weir.notice.Books;

/**
 * Follows a control topic for a whole process: it reads on each second, and remembers until when it
 * knows everything. Nobody closes it, because on some engines no step knows when the job ends; it
 * ends by itself when nobody has asked for a while, and begins again when somebody does.
 */
final class Follower {
  private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
  private static final Map<FollowedTopic, Follower> ALL = new ConcurrentHashMap<>();

  private static final long REFRESH_MILLIS = 1000;
  private static final long NANOS_PER_MILLI = 1_000_000;
  private static final Duration UNASKED = Duration.ofSeconds(30);

  private final FollowedTopic topic;
  private final RefusedNotices refused;
  private final LongSupplier clock;
  private final long unaskedNanos;
  private final Counter waits = Metrics.counter(Meters.NAMESPACE, Meters.CONTROL_WAITS);
  private final Counter waitMillis = Metrics.counter(Meters.NAMESPACE, Meters.CONTROL_WAIT);
  private volatile Known known = new Known(Books.none(), /* refused= */ 0, Long.MIN_VALUE);
  private volatile long asked;
  private @Nullable Thread reader;
  private @Nullable RuntimeException trouble;

  /**
   * What is known.
   *
   * @param refused how many records were no notices
   * @param until all that was announced before this log time
   */
  private record Known(Books books, int refused, long until) {}

  /**
   * A follower.
   *
   * @param clock of this machine, in epoch milliseconds
   * @param unasked when it ends if nobody asks
   */
  Follower(FollowedTopic topic, LongSupplier clock, Duration unasked) {
    this.topic = topic;
    this.refused = new RefusedNotices(topic);
    this.clock = clock;
    this.unaskedNanos = unasked.toNanos();
  }

  static Follower of(FollowedTopic topic) {
    Follower known = ALL.get(topic);
    return known == null
        ? ALL.computeIfAbsent(topic, each -> new Follower(each, System::currentTimeMillis, UNASKED))
        : known;
  }

  Books knownAt(long logTime) {
    Known now = known;
    if (isEnough(now, logTime)) {
      asked = System.nanoTime();
      return now.books();
    }
    return await(logTime);
  }

  int refused() {
    return known.refused();
  }

  private boolean isEnough(Known now, long logTime) {
    return logTime - topic.leadMillis() < now.until();
  }

  private synchronized Books await(long logTime) {
    long begin = System.nanoTime();
    asked = begin;
    if (reader == null) {
      reader = new Thread(this::follow, "weir-control-" + topic.topic());
      reader.setDaemon(true);
      reader.start();
    }
    try {
      while (!isEnough(known, logTime)) {
        asked = System.nanoTime();
        RuntimeException last = trouble;
        if (last != null && System.nanoTime() - begin > topic.kafka().patience().toNanos()) {
          throw topic.kafka().limit().over(last);
        }
        wait(REFRESH_MILLIS);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while the control topic was awaited", stopped);
    }
    waits.inc();
    waitMillis.inc((System.nanoTime() - begin) / NANOS_PER_MILLI);
    return known.books();
  }

  /** Reads until nobody has asked for a while, or until all is read that there will ever be. */
  private void follow() {
    boolean over = false;
    while (!over) {
      try (ControlLog log = ControlLog.open(topic.kafka().forClients(), topic.topic())) {
        while (!over) {
          read(log);
          over = rest();
        }
      } catch (RuntimeException failed) { // Whatever it is: others wait for what is read here.
        LOG.warn("The control topic '{}' cannot be read: {}", topic.topic(), failed.getMessage());
        synchronized (this) {
          trouble = failed;
        }
        over = rest();
      }
    }
  }

  private void read(ControlLog log) {
    long before = clock.getAsLong();
    boolean live = topic.end() == FollowedTopic.LIVE;
    ControlLog.Heard heard = live ? log.readToEnd() : log.readTo(topic.end());
    refused.tell(heard);
    // The broker's clock and this one may differ by half of the lead.
    long until = live ? before - topic.leadMillis() / 2 : Long.MAX_VALUE;
    synchronized (this) {
      trouble = null;
      known = new Known(heard.books(), heard.refusedInAll(), until);
      notifyAll();
    }
  }

  /** Waits for the next time, and tells whether there is none. */
  private boolean rest() {
    try {
      if (known.until() != Long.MAX_VALUE) {
        Thread.sleep(REFRESH_MILLIS);
      }
    } catch (InterruptedException stopped) {
      asked = System.nanoTime() - unaskedNanos - 1;
    }
    synchronized (this) {
      if (known.until() == Long.MAX_VALUE || System.nanoTime() - asked > unaskedNanos) {
        reader = null;
        return true;
      }
      return false;
    }
  }
}
