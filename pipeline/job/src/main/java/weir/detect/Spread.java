package weir.detect;

import java.util.Arrays;
import java.util.List;
import weir.meters.Meters;

/** How values are spread: how many are at most each of some bounds, as Prometheus counts them. */
final class Spread {
  private final long[] bounds;
  private final List<Tally> atMost;
  private final Tally all;
  private final Tally sum;

  /** A spread with these bounds, the least first. */
  Spread(String name, long... bounds) {
    this.bounds = bounds.clone();
    this.atMost =
        Arrays.stream(bounds).mapToObj(bound -> new Tally(Meters.atMost(name, bound))).toList();
    this.all = new Tally(Meters.all(name));
    this.sum = new Tally(Meters.sum(name));
  }

  void add(long value) {
    for (int i = bounds.length - 1; i >= 0 && value <= bounds[i]; i--) {
      atMost.get(i).add(1);
    }
    all.add(1);
    sum.add(value);
  }

  /** At the end of a bundle. */
  void tell() {
    atMost.forEach(Tally::tell);
    all.tell();
    sum.tell();
  }
}
