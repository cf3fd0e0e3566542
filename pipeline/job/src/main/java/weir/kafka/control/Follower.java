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
import weir.kafka.WhileAsked;
import weir.meters.Meters;
import weir.notice.Books;

/**
 * Follows a control topic for a whole process while somebody asks: it reads on each second, and
 * remembers until when it knows everything.
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
  private final WhileAsked reading;
  private final Counter waits = Metrics.counter(Meters.NAMESPACE, Meters.CONTROL_WAITS);
  private final Counter waitMillis = Metrics.counter(Meters.NAMESPACE, Meters.CONTROL_WAIT);
  private volatile Known known = new Known(Books.none(), /* refused= */ 0, Long.MIN_VALUE);
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
    this.reading =
        new WhileAsked(
            "weir-control-" + topic.topic(),
            Reading::new,
            this::cannotRead,
            Duration.ofMillis(REFRESH_MILLIS),
            unasked);
  }

  static Follower of(FollowedTopic topic) {
    Follower known = ALL.get(topic);
    return known == null
        ? ALL.computeIfAbsent(topic, each -> new Follower(each, System::currentTimeMillis, UNASKED))
        : known;
  }

  Books knownAt(long logTime) {
    reading.ask();
    Known now = known;
    return isEnough(now, logTime) ? now.books() : await(logTime);
  }

  int refused() {
    return known.refused();
  }

  private boolean isEnough(Known now, long logTime) {
    long lead = topic.leadMillis();
    return Math.max(logTime, Long.MIN_VALUE + lead) - lead < now.until();
  }

  private synchronized Books await(long logTime) {
    long begin = System.nanoTime();
    try {
      while (!isEnough(known, logTime)) {
        reading.ask();
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

  private void cannotRead(RuntimeException why) {
    LOG.warn("The control topic '{}' cannot be read: {}", topic.topic(), why.getMessage());
    synchronized (this) {
      trouble = why;
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

  /** The topic, opened. */
  private final class Reading implements WhileAsked.Place {
    private final ControlLog log = ControlLog.open(topic.kafka().forClients(), topic.topic());

    @Override
    public boolean look() {
      read(log);
      return known.until() == Long.MAX_VALUE;
    }

    @Override
    public void close() {
      log.close();
    }
  }
}
