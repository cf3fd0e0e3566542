package weir.detect;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.beam.sdk.metrics.Gauge;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionTuple;
import org.apache.beam.sdk.values.TupleTag;
import org.apache.beam.sdk.values.TupleTagList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import weir.coders.AcceptedCoder;
import weir.coders.DeadLetterCoder;
import weir.judge.Acceptance;
import weir.meters.Meters;
import weir.model.Accepted;
import weir.model.DeadLetter;
import weir.model.LogRecord;
import weir.model.Payload;
import weir.model.RejectReason;

/** Splits what was read into transactions to judge and records that are not accepted. */
public final class Examine extends PTransform<PCollection<LogRecord>, PCollectionTuple> {
  private static final long serialVersionUID = 1L;

  public static final TupleTag<Accepted> ACCEPTED = new TupleTag<>("accepted") {};
  public static final TupleTag<DeadLetter> REJECTED = new TupleTag<>("rejected") {};

  private final Acceptance acceptance;
  private final String topic;

  /**
   * Examines what was read of a topic.
   *
   * @param topic its name
   */
  public Examine(Acceptance acceptance, String topic) {
    this.acceptance = acceptance;
    this.topic = topic;
  }

  @Override
  public PCollectionTuple expand(PCollection<LogRecord> records) {
    PCollectionTuple examined =
        records.apply(
            "Examine each record",
            ParDo.of(new ExamineFn(acceptance, topic))
                .withOutputTags(ACCEPTED, TupleTagList.of(REJECTED)));
    examined.get(ACCEPTED).setCoder(AcceptedCoder.of());
    examined.get(REJECTED).setCoder(DeadLetterCoder.of());
    return examined;
  }

  private static final class ExamineFn extends DoFn<LogRecord, Accepted> {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(Examine.class);

    private final Acceptance acceptance;
    private final String topic;
    private transient Tally records;
    private transient Tally notKeyedByUser;
    private transient DeadLetterTally deadLetters;
    private transient Gauge lag;
    private transient long oldest;
    private transient boolean saidNotKeyed;

    ExamineFn(Acceptance acceptance, String topic) {
      this.acceptance = acceptance;
      this.topic = topic;
    }

    @Setup
    public void setUp() {
      records = new Tally(Meters.RECORDS);
      notKeyedByUser = new Tally(Meters.NOT_KEYED_BY_USER);
      deadLetters =
          new DeadLetterTally(RejectReason.MALFORMED, RejectReason.LATE, RejectReason.FUTURE);
      lag = Metrics.gauge(Meters.NAMESPACE, Meters.LOG_LAG);
    }

    @StartBundle
    public void startBundle() {
      oldest = Long.MAX_VALUE;
    }

    @ProcessElement
    public void examine(@Element LogRecord record, MultiOutputReceiver out) {
      records.add(1);
      if (record.position().hasTime()) {
        oldest = Math.min(oldest, record.position().time());
      }
      acceptance
          .examine(record)
          .match(
              accepted -> {
                checkKey(record.key(), accepted);
                out.get(ACCEPTED).output(accepted);
              },
              dead -> {
                deadLetters.add(dead);
                out.get(REJECTED).output(new DeadLetter(topic, dead));
              });
    }

    @FinishBundle
    public void finishBundle() {
      records.tell();
      notKeyedByUser.tell();
      deadLetters.tell();
      if (oldest != Long.MAX_VALUE) {
        lag.set(Math.max(0, System.currentTimeMillis() - oldest));
      }
    }

    /**
     * Answers are exact only if a user's records are in one partition: warns once if not, and
     * counts.
     */
    private void checkKey(@Nullable Payload key, Accepted accepted) {
      String userId = accepted.transaction().userId();
      if (key != null && Arrays.equals(key.bytes(), userId.getBytes(StandardCharsets.UTF_8))) {
        return;
      }
      notKeyedByUser.add(1);
      if (!saidNotKeyed) {
        saidNotKeyed = true;
        LOG.warn(
            "A record at {} is not keyed by its userId: the answers are exact only if all records"
                + " of a user are in one partition. Further ones are counted as not-keyed-by-user.",
            accepted.position());
      }
    }
  }
}
