package weir.backtest.tally;

import java.util.List;
import org.jspecify.annotations.Nullable;
import weir.model.Alert;
import weir.model.Payment;
import weir.notice.NumberedBook;

/**
 * A payment of which nothing more will be said.
 *
 * @param before the book by which that side judged it; absent if it did not
 * @param after the same of the side that is tried
 * @param raisedBefore the alerts about it that stand on that side
 * @param raisedAfter the same of the side that is tried
 */
public record Settled(
    Payment payment,
    long amountMinor,
    String currency,
    @Nullable NumberedBook before,
    @Nullable NumberedBook after,
    List<Alert> raisedBefore,
    List<Alert> raisedAfter) {
  public Settled {
    raisedBefore = List.copyOf(raisedBefore);
    raisedAfter = List.copyOf(raisedAfter);
  }
}
