package weir.detect;

import java.util.concurrent.TimeUnit;
import org.apache.beam.sdk.metrics.Gauge;
import org.apache.beam.sdk.metrics.Metrics;
import weir.meters.Meters;
import weir.notice.Announced;
import weir.notice.Announcements;

/** Tells by which book a step judges, and since when, once a second at most. */
final class BookMeters {
  private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final long MILLIS_PER_SECOND = 1000;

  private final Announcements announcements;
  private final Gauge number = Metrics.gauge(Meters.NAMESPACE, Meters.BOOK);
  private final Gauge age = Metrics.gauge(Meters.NAMESPACE, Meters.BOOK_AGE);
  private final Gauge refused = Metrics.gauge(Meters.NAMESPACE, Meters.NOTICES_REFUSED);
  private long newest;
  private long told;

  BookMeters(Announcements announcements) {
    this.announcements = announcements;
  }

  /** A record was judged that reached the log then. */
  void judged(long logTime) {
    newest = Math.max(newest, logTime);
  }

  /** At the end of a bundle. */
  void tell() {
    long now = System.nanoTime();
    if (newest == 0 || (told != 0 && now - told < PAUSE_NANOS)) {
      return;
    }
    told = now;
    // What was judged by is known, so nothing is waited for.
    Announced book = announcements.knownAt(newest).announcedAt(newest);
    number.set(book.number());
    long since = Math.max(book.inForceFrom(), book.at());
    if (since != Announced.FROM_THE_BEGINNING) {
      age.set(Math.max(0, System.currentTimeMillis() - since) / MILLIS_PER_SECOND);
    }
    refused.set(announcements.refused());
  }
}
