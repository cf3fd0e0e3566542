package weir.detect;

import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.state.StateSpec;
import org.apache.beam.sdk.state.StateSpecs;
import org.apache.beam.sdk.state.ValueState;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.SimpleFunction;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import weir.coders.AcceptedCoder;
import weir.coders.HistoryCoder;
import weir.coders.JudgementCoder;
import weir.groups.KeyGroups;
import weir.history.History;
import weir.judge.UserJudge;
import weir.meters.Meters;
import weir.model.Accepted;
import weir.model.Judgement;
import weir.notice.Announcements;

/**
 * Judges every transaction against its user's history: the only step with state. It uses the global
 * window and no timer, because engines differ in when timers fire. A history drops what it no
 * longer needs when its user's next transaction arrives.
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
    return groups.apply("Judge", byUser, new JudgeFn(judge, announcements), JudgementCoder.of());
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

    /** One offset in so many is a sample. */
    private static final int SAMPLE = 64;

    private final UserJudge judge;
    private final Announcements announcements;
    private transient BookMeters book;
    private transient DriftMeters drift;
    private transient Tally judged;
    private transient Tally repeated;
    private transient Spread historySize;

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
      book = new BookMeters(announcements);
      drift = new DriftMeters();
      judged = new Tally(Meters.JUDGED);
      repeated = new Tally(Meters.REPEATED);
      historySize =
          new Spread(Meters.HISTORY_SIZE, 1, 3, 10, 30, 100, 300, 1000, 3000, 10_000, 100_000);
    }

    @ProcessElement
    public void judge(
        @Element KV<String, Accepted> element,
        @StateId(HISTORY) ValueState<History> state,
        OutputReceiver<Judgement> out) {
      History known = state.read();
      History history = known == null ? History.empty() : known;
      UserJudge.Outcome outcome = judge.judge(history, element.getValue());
      if (outcome.changed()) {
        state.write(outcome.history());
        judged.add(1);
      } else if (outcome.judgements().isEmpty()) {
        repeated.add(1);
      }
      book.judged(element.getValue().position().time());
      // Sampling by offset, not by a count, picks the same records wherever and whenever they are
      // judged.
      if (element.getValue().position().offset() % SAMPLE == 0) {
        historySize.add(outcome.history().size());
      }
      outcome.judgements().forEach(out::output);
    }

    /**
     * On Spark this runs after each element; an unchanged value costs one check of a field there.
     */
    @FinishBundle
    public void finishBundle() {
      judged.tell();
      repeated.tell();
      historySize.tell();
      book.tell();
      drift.tell();
    }
  }
}
