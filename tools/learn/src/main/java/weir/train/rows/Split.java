package weir.train.rows;

import java.util.Comparator;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;

/**
 * Where a log is cut, by event time. A model that is trained when the tested span begins knows no
 * label that came later; so neither does one that is tested here.
 *
 * @param validateFrom where the validated span begins
 * @param testFrom where the tested span begins
 * @param testTo where it ends: what is newer may be a fraud that nobody knows of yet
 * @param gapMillis how much is left out before each of the two. Labels come late, so shortly before
 *     the cut few frauds are known as such; a gap as long as labels usually take keeps a learner
 *     from taking them for honest.
 */
public record Split(long validateFrom, long testFrom, long testTo, long gapMillis) {
  private static final int WHOLE = 100;

  public Split {
    if (validateFrom > testFrom || testFrom > testTo || gapMillis < 0) {
      throw new IllegalArgumentException("the spans do not follow each other");
    }
  }

  /**
   * Cuts the time from the first to the last row into so many hundredths, after the gap has been
   * taken off its end.
   */
  public static Split ofHundredths(Rows rows, int learned, int validated, long gapMillis) {
    if (learned < 0 || validated < 0 || learned + validated > WHOLE) {
      throw new IllegalArgumentException("the spans are longer than the whole");
    }
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    for (int row = 0; row < rows.size(); row++) {
      first = Math.min(first, rows.time(row));
      last = Math.max(last, rows.time(row));
    }
    if (first > last) {
      return new Split(/* validateFrom= */ 0, /* testFrom= */ 0, /* testTo= */ 0, gapMillis);
    }
    long length = Math.max(0, last - first + 1 - gapMillis);
    return new Split(
        first + length * learned / WHOLE,
        first + length * (learned + validated) / WHOLE,
        first + length,
        gapMillis);
  }

  /** The rows of each span, in an order that does not depend on that in which they were added. */
  public Parts parts(Rows rows) {
    return new Parts(
        part(rows, time -> time < validateFrom - gapMillis, testFrom),
        part(rows, time -> time >= validateFrom && time < testFrom - gapMillis, testFrom),
        part(rows, time -> time >= testFrom && time < testTo, Rows.NEVER),
        gapMillis);
  }

  private static Part part(Rows rows, LongPredicate in, long knownBefore) {
    int[] order =
        IntStream.range(0, rows.size())
            .filter(row -> in.test(rows.time(row)))
            .boxed()
            .sorted(byContent(rows))
            .mapToInt(Integer::intValue)
            .toArray();
    return new Part(rows, order, knownBefore);
  }

  /** By time. Rows that are equal in this order are equal in all. */
  private static Comparator<Integer> byContent(Rows rows) {
    return Comparator.<Integer>comparingLong(rows::time)
        .thenComparing(rows::user)
        .thenComparing((one, other) -> compareValues(rows, one, other))
        .thenComparingLong(rows::fraudKnownAt)
        .thenComparingLong(rows::clearedAt);
  }

  private static int compareValues(Rows rows, int one, int other) {
    for (int input = 0; input < rows.inputs(); input++) {
      int compared = Integer.compare(rows.value(one, input), rows.value(other, input));
      if (compared != 0) {
        return compared;
      }
    }
    return 0;
  }
}
