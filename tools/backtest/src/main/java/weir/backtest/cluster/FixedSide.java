package weir.backtest.cluster;

import weir.backtest.tally.Side;
import weir.notice.Books;
import weir.notice.FixedNotices;

/**
 * A side whose rules can be handed to a job that knows no control topic.
 *
 * @param name what people call its rules
 */
public record FixedSide(String name, FixedNotices notices) {
  /** The same, as judges in this process want it. */
  public Side side() {
    Books books = notices.knownAt(Long.MAX_VALUE);
    return new Side(name, books.charter(), notices);
  }
}
