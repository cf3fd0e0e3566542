package weir.bench.flink;

import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;
import weir.model.Judgement;
import weir.model.Received;
import weir.model.Spent;
import weir.rules.History;
import weir.rules.UserJudge;

/** Judges a user's arrivals; what counts in a total goes to that total's side output. */
final class JudgeUser extends KeyedProcessFunction<String, Received, Judgement> {
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
  public void processElement(Received received, Context context, Collector<Judgement> out)
      throws Exception {
    ValueState<History> state = Objects.requireNonNull(history);
    History known = state.value();
    UserJudge.Outcome outcome = judge.judge(known == null ? History.empty() : known, received);
    if (outcome.changed()) {
      state.update(outcome.history());
    }
    for (Judgement judgement : outcome.judgements()) {
      if (judgement instanceof Spent spent) {
        context.output(spent(spent.ruleId()), spent);
      } else {
        out.collect(judgement);
      }
    }
  }
}
