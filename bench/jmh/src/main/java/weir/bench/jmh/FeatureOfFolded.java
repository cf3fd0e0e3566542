package weir.bench.jmh;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import weir.feature.Feature;
import weir.feature.FeatureValues;
import weir.feature.Folding;
import weir.feature.FoldingHistory;
import weir.feature.Value;
import weir.filter.Lists;
import weir.model.Transaction;

/**
 * A payment joins a history of thirty days that is folded by hours, but for the last ten minutes;
 * every thousandth payment folds what has become older.
 */
public class FeatureOfFolded extends HotPart {
  private static final long HOUR = 3_600_000;
  private static final long WINDOW = 30 * 24 * HOUR;
  private static final long UNFOLDED = 600_000;
  private static final int TOGETHER = 1000;

  /** How many payments thirty days hold. */
  @Param({"10000", "1000000"})
  int held;

  @Param Asked feature = Asked.COUNT;

  private Shop shop;
  private FoldingHistory history;
  private Feature asked;
  private Folding folding;
  private int joined;

  @Setup
  public void fill() {
    shop = new Shop(Math.max(1, held / 10), WINDOW / held);
    asked = feature.over(WINDOW, HOUR);
    folding = Folding.of(List.of(asked));
    history = FoldingHistory.EMPTY;
    for (int i = 0; i < held; i++) {
      joins();
    }
  }

  private Transaction joins() {
    Transaction payment = shop.next();
    history = history.with(payment, payment.time(), folding, Lists.NONE);
    if (++joined % TOGETHER == 0) {
      history = history.foldedBefore(payment.time() - UNFOLDED, folding, Lists.NONE);
    }
    return payment;
  }

  @Benchmark
  public @Nullable Value arrival() {
    Transaction payment = joins();
    return new FeatureValues(history, history.history().placeOf(payment), Lists.NONE).of(asked);
  }
}
