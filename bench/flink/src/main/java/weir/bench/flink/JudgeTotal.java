package weir.bench.flink;

import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.functions.windowing.WindowFunction;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;
import weir.filter.Lists;
import weir.model.Judgement;
import weir.rules.Spending;
import weir.rules.TotalInWindows;

/** Judges the current content of a window. */
record JudgeTotal(TotalInWindows rule)
    implements WindowFunction<Spending, Judgement, Tuple2<String, String>, TimeWindow> {

  @Override
  public void apply(
      Tuple2<String, String> purse,
      TimeWindow window,
      Iterable<Spending> sums,
      Collector<Judgement> out) {
    for (Spending sum : sums) {
      rule.judge(purse.f0, purse.f1, window.getEnd(), sum, /* book= */ 1, Lists.NONE)
          .ifPresent(out::collect);
    }
  }
}
