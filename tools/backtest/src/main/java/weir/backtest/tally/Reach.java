package weir.backtest.tally;

import java.util.Collection;
import weir.judge.Floor;
import weir.log.Span;

/**
 * How far a log matters to a period.
 *
 * @param wanted the event times of payments that are counted
 * @param openMillis how long after its event time something can change what is said of a payment
 * @param totalMillis how long windows of totals are at most
 * @param retentionMillis how far before a payment anything can say something of it
 */
public record Reach(Span wanted, long openMillis, long totalMillis, long retentionMillis) {
  /** That of some sides together. */
  public static Reach of(Collection<Side> sides, Span wanted) {
    return new Reach(
        wanted,
        sides.stream().mapToLong(Side::openMillis).max().orElseThrow(),
        sides.stream().mapToLong(Side::longestTotalMillis).max().orElseThrow(),
        sides.stream().mapToLong(each -> each.charter().retentionMillis()).max().orElseThrow());
  }

  /**
   * Whether nothing that is still to come can change what is said of payments in the period, or
   * move a window of a total out of it.
   */
  public boolean isOver(long reached) {
    return wanted.hasEnd() && reached != Floor.UNKNOWN && reached > lastMillis();
  }

  /**
   * The first log time that matters. What is read before only says which ids are known, and whether
   * a record there has an id that is known depends on where reading began.
   */
  public long firstMillis() {
    return wanted.hasBegin() ? wanted.from() - retentionMillis : wanted.from();
  }

  /** The last log time that matters, where the period has an end. */
  public long lastMillis() {
    return wanted.to() + openMillis + totalMillis;
  }
}
