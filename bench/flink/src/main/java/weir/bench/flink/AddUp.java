package weir.bench.flink;

import org.apache.flink.api.common.functions.AggregateFunction;
import weir.model.Judgement;
import weir.model.Transaction;
import weir.rules.Spending;

/** Adds up what was spent in a window. */
final class AddUp implements AggregateFunction<Judgement, Spending, Spending> {
  private static final long serialVersionUID = 1L;

  @Override
  public Spending createAccumulator() {
    return Spending.NOTHING;
  }

  @Override
  public Spending add(Judgement judgement, Spending sum) {
    Transaction tx = Purse.spentIn(judgement);
    return sum.plus(Spending.of(tx.time(), tx.id(), tx.amountMinor()));
  }

  @Override
  public Spending getResult(Spending sum) {
    return sum;
  }

  @Override
  public Spending merge(Spending left, Spending right) {
    return left.plus(right);
  }
}
