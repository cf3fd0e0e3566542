package weir.learn;

import java.util.ArrayDeque;
import java.util.Deque;

/** Values of this day and of some before it, counted into the bins of training. */
final class Binned {
  private final Histogram learned;
  private final Deque<long[]> days = new ArrayDeque<>();
  private long[] thisDay;

  Binned(Histogram learned) {
    this.learned = learned;
    this.thisDay = new long[learned.bins()];
  }

  int bins() {
    return learned.bins();
  }

  /** Whether training says how values were distributed. */
  boolean isOfTraining() {
    return learned.total() > 0;
  }

  void count(long value) {
    thisDay[learned.bin(value)]++;
  }

  /** How many complete days there are. */
  int days() {
    return days.size();
  }

  /** Keeps at most so many days. */
  void endOfDay(int most) {
    days.add(thisDay);
    if (days.size() > most) {
      days.remove();
    }
    thisDay = new long[learned.bins()];
  }

  /**
   * The population stability index of the complete days: over all bins, the difference of shares
   * times the logarithm of their ratio.
   */
  double index() {
    long[] recent = new long[learned.bins()];
    for (long[] day : days) {
      for (int bin = 0; bin < recent.length; bin++) {
        recent[bin] += day[bin];
      }
    }
    return learned.distance(recent);
  }
}
