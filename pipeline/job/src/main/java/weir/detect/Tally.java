package weir.detect;

import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import weir.meters.Meters;

/**
 * A Beam counter that is updated once a bundle, so that an element costs only an addition. Steps
 * make theirs where they run: the DirectRunner serializes a step anew for every bundle.
 */
final class Tally {
  private final Counter counter;
  private long counted;
  private boolean told;

  Tally(String name) {
    counter = Metrics.counter(Meters.NAMESPACE, name);
  }

  void add(long more) {
    counted += more;
  }

  /** At the end of a bundle; the first time even of nothing, so that the counter can be seen. */
  void tell() {
    if (counted != 0 || !told) {
      counter.inc(counted);
      counted = 0;
      told = true;
    }
  }
}
