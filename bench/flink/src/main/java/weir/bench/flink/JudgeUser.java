package weir.bench.flink;

import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;
import weir.history.History;
import weir.judge.UserJudge;
import weir.model.Accepted;
import weir.model.Dossier;
import weir.model.Judgement;
import weir.model.TowardsTotal;

/**
 * Judges a user's arrivals. What counts towards a total goes to the side output of that total, and
 * what is looked at by other keys to that of the first of them.
 */
final class JudgeUser extends KeyedProcessFunction<String, Accepted, Judgement> {
  private static final long serialVersionUID = 1L;

  private final UserJudge judge;
  private transient @Nullable ValueState<History> history;

  JudgeUser(UserJudge judge) {
    this.judge = judge;
  }

  static OutputTag<Judgement> spent(String ruleId) {
    return new OutputTag<>("spent " + ruleId, Types.JUDGEMENT);
  }

  @Override
  public void open(OpenContext context) {
    history = getRuntimeContext().getState(new ValueStateDescriptor<>("history", Types.HISTORY));
  }

  @Override
  public void processElement(Accepted received, Context context, Collector<Judgement> out)
      throws Exception {
    ValueState<History> state = Objects.requireNonNull(history);
    History known = state.value();
    UserJudge.Outcome outcome = judge.judge(known == null ? History.empty() : known, received);
    if (outcome.changed()) {
      state.update(outcome.history());
    }
    for (Judgement judgement : outcome.judgements()) {
      if (judgement instanceof TowardsTotal spent) {
        context.output(spent(spent.ruleId()), spent);
      } else if (judgement instanceof Dossier onward) {
        context.output(JudgeKey.to(onward.nextKey()), onward);
      } else {
        out.collect(judgement);
      }
    }
  }
}
