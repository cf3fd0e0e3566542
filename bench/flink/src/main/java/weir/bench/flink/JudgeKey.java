package weir.bench.flink;

import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;
import weir.judge.AtKey;
import weir.judge.KeyHistory;
import weir.judge.KeyJudge;
import weir.model.Dossier;
import weir.model.Judgement;

/**
 * Judges what comes to a value of a key. What is still to be looked at elsewhere goes to the side
 * output of that key. The floor is the watermark: as long as nothing fails, no record below it can
 * still come.
 */
final class JudgeKey extends KeyedProcessFunction<String, Dossier, Judgement> {
  private static final long serialVersionUID = 1L;

  private final KeyJudge judge;
  private transient @Nullable ValueState<KeyHistory> history;

  JudgeKey(KeyJudge judge) {
    this.judge = judge;
  }

  /** What goes to a key, from the user or from a key before it. */
  static OutputTag<Dossier> to(int key) {
    return new OutputTag<>("to key " + key, Types.DOSSIER);
  }

  @Override
  public void open(OpenContext context) {
    history =
        getRuntimeContext().getState(new ValueStateDescriptor<>("history", Types.KEY_HISTORY));
  }

  @Override
  public void processElement(Dossier came, Context context, Collector<Judgement> out)
      throws Exception {
    ValueState<KeyHistory> state = Objects.requireNonNull(history);
    KeyHistory known = state.value();
    KeyJudge.Outcome outcome =
        judge.judge(
            known == null ? KeyHistory.EMPTY : known,
            AtKey.dossiers(List.of(came)),
            context.timerService().currentWatermark());
    state.update(outcome.history());
    for (Judgement judgement : outcome.judgements()) {
      if (judgement instanceof Dossier onward) {
        context.output(to(onward.nextKey()), onward);
      } else {
        out.collect(judgement);
      }
    }
  }
}
