package weir.detect;

import java.util.List;
import org.apache.beam.sdk.state.StateSpec;
import org.apache.beam.sdk.state.StateSpecs;
import org.apache.beam.sdk.state.ValueState;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollection.IsBounded;
import org.joda.time.Instant;
import weir.coders.AtKeyCoder;
import weir.coders.JudgementCoder;
import weir.coders.KeyHistoryCoder;
import weir.groups.KeyGroups;
import weir.judge.AtKey;
import weir.judge.Floor;
import weir.judge.KeyHistory;
import weir.judge.KeyJudge;
import weir.model.Judgement;

/**
 * Judges transactions against the history of one of their keys. As for users, there is one cell of
 * state in the global window, and no timer. What is below the floor is dropped when the key's next
 * transaction arrives. Where all that comes ends, it comes in the order of its log times, and the
 * floor is the log time that is reached.
 */
final class JudgePerKey extends PTransform<PCollection<KV<String, AtKey>>, PCollection<Judgement>> {
  private static final long serialVersionUID = 1L;

  private final KeyJudge judge;
  private final Floor floor;
  private final KeyGroups groups;

  JudgePerKey(KeyJudge judge, Floor floor, KeyGroups groups) {
    this.judge = judge;
    this.floor = floor;
    this.groups = groups;
  }

  @Override
  public PCollection<Judgement> expand(PCollection<KV<String, AtKey>> gathered) {
    if (gathered.isBounded() == IsBounded.BOUNDED) {
      return gathered
          .apply("In order", InLogOrder.byTime(AtKeyCoder.of()))
          .apply("Judge", ParDo.of(new JudgeInOrderFn(judge)))
          .setCoder(JudgementCoder.of());
    }
    return groups.apply("Judge", gathered, new JudgeFn(judge, floor), JudgementCoder.of());
  }

  private static final class JudgeFn extends DoFn<KV<String, AtKey>, Judgement> {
    private static final long serialVersionUID = 1L;
    private static final String HISTORY = "history";

    private final KeyJudge judge;
    private final Floor floor;
    private transient FloorMeters meters;

    @StateId(HISTORY)
    @SuppressWarnings("UnusedVariable") // Beam finds it by its annotation.
    private final StateSpec<ValueState<KeyHistory>> historySpec =
        StateSpecs.value(new KeyHistoryCoder());

    JudgeFn(KeyJudge judge, Floor floor) {
      this.judge = judge;
      this.floor = floor;
    }

    @Setup
    public void setUp() {
      meters = new FloorMeters(floor);
    }

    @ProcessElement
    public void judge(
        @Element KV<String, AtKey> gathered,
        @StateId(HISTORY) ValueState<KeyHistory> state,
        OutputReceiver<Judgement> out) {
      KeyHistory known = state.read();
      KeyJudge.Outcome outcome =
          judge.judge(
              known == null ? KeyHistory.EMPTY : known, gathered.getValue(), floor.logTime());
      state.write(outcome.history());
      outcome.newLogTimes().forEach(meters::came);
      outcome.judgements().forEach(out::output);
    }

    @FinishBundle
    public void finishBundle() {
      meters.tell();
    }
  }

  private static final class JudgeInOrderFn extends DoFn<KV<String, List<AtKey>>, Judgement> {
    private static final long serialVersionUID = 1L;
    private static final String HISTORY = "history";

    private final KeyJudge judge;

    @StateId(HISTORY)
    @SuppressWarnings("UnusedVariable") // Beam finds it by its annotation.
    private final StateSpec<ValueState<KeyHistory>> historySpec =
        StateSpecs.value(new KeyHistoryCoder());

    JudgeInOrderFn(KeyJudge judge) {
      this.judge = judge;
    }

    /** What is said has the time of the first, so that nothing is earlier at a later key. */
    @RequiresTimeSortedInput
    @ProcessElement
    public void judge(
        @Element KV<String, List<AtKey>> next,
        @Timestamp Instant time,
        @StateId(HISTORY) ValueState<KeyHistory> state,
        OutputReceiver<Judgement> out) {
      KeyHistory known = state.read();
      KeyJudge.Outcome outcome =
          judge.judge(
              known == null ? KeyHistory.EMPTY : known,
              AtKey.together(next.getValue()),
              time.getMillis());
      state.write(outcome.history());
      outcome.judgements().forEach(out::output);
    }
  }
}
