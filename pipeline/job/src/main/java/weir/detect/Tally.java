package weir.detect;

import java.io.Serializable;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.Metrics;
import weir.meters.Meters;

/** A Beam counter that is updated once a bundle, so that an element costs only an addition. */
final class Tally implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Counter counter;
  private transient long counted;
  private transient boolean told;

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
