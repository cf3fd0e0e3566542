package weir.bench.flink;

import org.apache.flink.api.common.functions.AggregateFunction;
import weir.model.Judgement;
import weir.model.TowardsTotal;
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
    TowardsTotal spent = Purse.spentIn(judgement);
    return sum.plus(Spending.of(spent.transaction(), spent.logTime()));
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
