package weir.detect;

import java.util.concurrent.TimeUnit;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Gauge;
import org.apache.beam.sdk.metrics.Metrics;
import weir.judge.Floor;
import weir.meters.Meters;

/** Tells how far the floor is that a step goes by, once a second at most. */
final class FloorMeters {
  private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final long MILLIS_PER_SECOND = 1000;

  private final Floor floor;
  private final Gauge logTime = Metrics.gauge(Meters.NAMESPACE, Meters.FLOOR);
  private final Gauge age = Metrics.gauge(Meters.NAMESPACE, Meters.FLOOR_AGE);
  private final Counter below = Metrics.counter(Meters.NAMESPACE, Meters.BELOW_FLOOR);
  private long told;

  FloorMeters(Floor floor) {
    this.floor = floor;
  }

  /** A transaction came for the first time that reached the log then. */
  void came(long reachedLog) {
    if (reachedLog < floor.logTime()) {
      below.inc();
    }
  }

  /** At the end of a bundle. */
  void tell() {
    long now = System.nanoTime();
    long known = floor.logTime();
    if (known == Floor.UNKNOWN || (told != 0 && now - told < PAUSE_NANOS)) {
      return;
    }
    told = now;
    logTime.set(known);
    age.set(Math.max(0, System.currentTimeMillis() - known) / MILLIS_PER_SECOND);
  }
}
