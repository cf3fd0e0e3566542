package weir.detect;

import java.util.List;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.state.StateSpec;
import org.apache.beam.sdk.state.StateSpecs;
import org.apache.beam.sdk.state.ValueState;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.SimpleFunction;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollection.IsBounded;
import org.joda.time.Instant;
import weir.coders.AcceptedCoder;
import weir.coders.HistoryCoder;
import weir.coders.JudgementCoder;
import weir.groups.KeyGroups;
import weir.history.History;
import weir.judge.UserJudge;
import weir.model.Accepted;
import weir.model.Judgement;
import weir.model.LogPosition;
import weir.notice.Announcements;

/**
 * Judges every transaction against its user's history: the only step with state. It uses the global
 * window and no timer, because engines differ in when timers fire. A history drops what it no
 * longer needs when its user's next transaction arrives. Where all records end, a user's come in no
 * order; they are put into that of the log first.
 */
public final class JudgePerUser extends PTransform<PCollection<Accepted>, PCollection<Judgement>> {
  private static final long serialVersionUID = 1L;

  private final UserJudge judge;
  private final Announcements announcements;
  private final KeyGroups groups;

  public JudgePerUser(UserJudge judge, Announcements announcements, KeyGroups groups) {
    this.judge = judge;
    this.announcements = announcements;
    this.groups = groups;
  }

  @Override
  public PCollection<Judgement> expand(PCollection<Accepted> received) {
    PCollection<KV<String, Accepted>> byUser =
        received
            .apply("Key by user", MapElements.via(new ByUser()))
            .setCoder(KvCoder.of(StringUtf8Coder.of(), AcceptedCoder.of()));
    if (received.isBounded() == IsBounded.BOUNDED) {
      return byUser
          .apply("In order", InLogOrder.strictly(JudgePerUser::inLog, AcceptedCoder.of()))
          .apply("Judge", ParDo.of(new JudgeInOrderFn(judge, announcements)))
          .setCoder(JudgementCoder.of());
    }
    return groups.apply("Judge", byUser, new JudgeFn(judge, announcements), JudgementCoder.of());
  }

  private static int inLog(Accepted one, Accepted other) {
    return LogPosition.ORDER.compare(one.position(), other.position());
  }

  private static final class ByUser extends SimpleFunction<Accepted, KV<String, Accepted>> {
    private static final long serialVersionUID = 1L;

    @Override
    public KV<String, Accepted> apply(Accepted received) {
      return KV.of(received.transaction().userId(), received);
    }
  }

  private static final class JudgeFn extends DoFn<KV<String, Accepted>, Judgement> {
    private static final long serialVersionUID = 1L;
    private static final String HISTORY = "history";

    private final UserJudge judge;
    private final Announcements announcements;
    private transient UserStep step;

    /** One cell, read once and written once: Spark encodes a whole state cell at every change. */
    @StateId(HISTORY)
    @SuppressWarnings("UnusedVariable") // Beam finds it by its annotation.
    private final StateSpec<ValueState<History>> historySpec = StateSpecs.value(new HistoryCoder());

    JudgeFn(UserJudge judge, Announcements announcements) {
      this.judge = judge;
      this.announcements = announcements;
    }

    @Setup
    public void setUp() {
      step = new UserStep(judge, announcements);
    }

    @ProcessElement
    public void judge(
        @Element KV<String, Accepted> element,
        @StateId(HISTORY) ValueState<History> state,
        OutputReceiver<Judgement> out) {
      UserJudge.Outcome outcome = step.judge(state.read(), element.getValue());
      if (outcome.changed()) {
        state.write(outcome.history());
      }
      outcome.judgements().forEach(out::output);
    }

    /**
     * On Spark this runs after each element; an unchanged value costs one check of a field there.
     */
    @FinishBundle
    public void finishBundle() {
      step.tell();
    }
  }

  /** The same for records that come in the order of the log, many at a time. */
  private static final class JudgeInOrderFn extends DoFn<KV<String, List<Accepted>>, Judgement> {
    private static final long serialVersionUID = 1L;
    private static final String HISTORY = "history";

    private final UserJudge judge;
    private final Announcements announcements;
    private transient UserStep step;

    @StateId(HISTORY)
    @SuppressWarnings("UnusedVariable") // Beam finds it by its annotation.
    private final StateSpec<ValueState<History>> historySpec = StateSpecs.value(new HistoryCoder());

    JudgeInOrderFn(UserJudge judge, Announcements announcements) {
      this.judge = judge;
      this.announcements = announcements;
    }

    @Setup
    public void setUp() {
      step = new UserStep(judge, announcements);
    }

    @RequiresTimeSortedInput
    @ProcessElement
    public void judge(
        @Element KV<String, List<Accepted>> next,
        @StateId(HISTORY) ValueState<History> state,
        OutputReceiver<Judgement> out) {
      History history = state.read();
      boolean changed = false;
      LogPosition last = null;
      for (Accepted each : next.getValue()) {
        // A place that keeps records may have one several times.
        if (each.position().equals(last)) {
          continue;
        }
        last = each.position();
        UserJudge.Outcome outcome = step.judge(history, each);
        history = outcome.history();
        changed |= outcome.changed();
        // With the time of its cause, by which later keys are in order.
        Instant time = Instant.ofEpochMilli(each.position().time());
        outcome.judgements().forEach(said -> out.outputWithTimestamp(said, time));
      }
      if (changed) {
        state.write(history);
      }
    }

    @FinishBundle
    public void finishBundle() {
      step.tell();
    }
  }
}
