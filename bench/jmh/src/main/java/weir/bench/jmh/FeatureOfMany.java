package weir.bench.jmh;

import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import weir.feature.Feature;
import weir.feature.FeatureValues;
import weir.feature.FoldingHistory;
import weir.feature.Value;
import weir.filter.Lists;
import weir.fold.Folded;
import weir.history.History;
import weir.model.Transaction;

/** A payment joins a history, and a feature looks at a window of so many, all of them held. */
public class FeatureOfMany extends HotPart {
  private static final long STEP_MILLIS = 10;

  @Param({"1000", "100000", "1000000"})
  int held;

  @Param Asked feature = Asked.COUNT;

  private Shop shop;
  private History history;
  private Feature asked;

  @Setup
  public void fill() {
    shop = new Shop(held, STEP_MILLIS);
    asked = feature.over(held * STEP_MILLIS, /* edgeMillis= */ 0);
    history = History.empty();
    for (int i = 0; i < held; i++) {
      joins();
    }
  }

  private Transaction joins() {
    Transaction payment = shop.next();
    history = history.with(payment, payment.time(), held * STEP_MILLIS);
    return payment;
  }

  @Benchmark
  public @Nullable Value arrival() {
    Transaction payment = joins();
    FoldingHistory in = new FoldingHistory(history, Folded.NOTHING);
    return new FeatureValues(in, history.placeOf(payment), Lists.NONE).of(asked);
  }
}
