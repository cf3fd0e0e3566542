package weir.detect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.testing.TestStream;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PDone;
import org.apache.beam.sdk.values.TimestampedValue;
import org.joda.time.Instant;
import org.junit.jupiter.api.Test;
import weir.book.RuleBook;
import weir.book.RuleBookReader;
import weir.coders.LogRecordCoder;
import weir.job.Rules;
import weir.job.WeirPipeline;
import weir.model.Alert;
import weir.model.LogRecord;
import weir.notice.Announcements;
import weir.oracle.Sample;
import weir.sink.Sinks;

/** The whole pipeline in Beam, by how timely its records come. */
class TimelinessTest {
  private static final RuleBook BOOK =
      RuleBookReader.parse(
          "book",
          """
          allowedLateness: 1 min
          allowedClockSkew: 5 s
          rules:
            - {id: busy, version: 1, kind: count-in-window, severity: low, moreThan: 1, window: 30 s}
            - {id: fast, version: 1, kind: travel-speed, severity: low, overKmh: 900, overKm: 100, window: 1 h}
            - {id: spend, version: 1, kind: total-in-windows, severity: low, limit: 100, window: 60 s, every: 60 s}
          """);

  /** 100 seconds: in the middle of the second of the minutes that the total counts in. */
  private static final long T = 100_000;

  private final TestPipeline pipeline =
      TestPipeline.fromOptions(PipelineOptionsFactory.create())
          .enableAbandonedNodeEnforcement(false);
  private TestStream.Builder<LogRecord> stream = TestStream.create(LogRecordCoder.of());
  private final List<String> alerts = new ArrayList<>();
  private final List<String> deadLetters = new ArrayList<>();
  private long offset;

  private TimelinessTest arrives(Sample sample, long logTime) {
    stream =
        stream.addElements(
            TimestampedValue.of(sample.record(offset++, logTime), Instant.ofEpochMilli(logTime)));
    return this;
  }

  private TimelinessTest watermarkPasses(long time) {
    stream = stream.advanceWatermarkTo(Instant.ofEpochMilli(time));
    return this;
  }

  private static String text(Alert alert) {
    String judged = alert.transactionId() == null ? "window" : alert.transactionId();
    return alert.ruleId() + " " + judged + " " + alert.status().code() + " seen " + alert.seen();
  }

  private void says(List<String> expectedAlerts, List<String> expectedDeadLetters) {
    alerts.addAll(expectedAlerts);
    deadLetters.addAll(expectedDeadLetters);
    Pipeline beam = pipeline;
    WeirPipeline.build(
        beam,
        Rules.always(BOOK),
        new WeirPipeline.Topic("transactions", stream.advanceWatermarkToInfinity()),
        Optional.empty(),
        new Sinks(Announcements.always(BOOK), BOOK.charter().layout().fields())
            .alerts("Alerts", new Expect<>(alerts, TimelinessTest::text))
            .deadLetters(
                "Dead letters",
                new Expect<>(
                    deadLetters,
                    letter ->
                        letter.rejected().reason().code()
                            + " "
                            + letter.rejected().position().offset())));
    pipeline.run().waitUntilFinish();
  }

  /** Holds what arrives at a sink against what is expected there, each once and in any order. */
  private static final class Expect<T> extends PTransform<PCollection<T>, PDone> {
    private static final long serialVersionUID = 1L;

    private final ArrayList<String> expected;
    private final Text<T> text;

    Expect(List<String> expected, Text<T> text) {
      this.expected = new ArrayList<>(expected);
      this.text = text;
    }

    @Override
    public PDone expand(PCollection<T> arriving) {
      ArrayList<String> wanted = expected;
      Text<T> says = text;
      PAssert.that(arriving)
          .satisfies(
              found -> {
                List<String> texts =
                    StreamSupport.stream(found.spliterator(), false)
                        .map(says::of)
                        .distinct()
                        .toList();
                assertThat(texts).containsExactlyInAnyOrderElementsOf(wanted);
                return null;
              });
      return PDone.in(arriving.getPipeline());
    }
  }

  private interface Text<T> extends Serializable {
    String of(T element);
  }

  @Test
  void onTime() {
    arrives(Sample.at(T), T).arrives(Sample.at(T + 1), T + 1);
    says(List.of("busy t100001 raised seen 2"), List.of());
  }

  @Test
  void outOfOrder() {
    arrives(Sample.at(T + 1), T + 2).arrives(Sample.at(T), T + 3);
    says(List.of("busy t100001 raised seen 2"), List.of());
  }

  @Test
  void lateButAllowed() {
    arrives(Sample.at(T + 1), T + 2).watermarkPasses(T + 59_000).arrives(Sample.at(T), T + 60_000);
    says(List.of("busy t100001 raised seen 2"), List.of());
  }

  @Test
  void tooLate() {
    arrives(Sample.at(T + 1), T + 2).arrives(Sample.at(T), T + 60_001);
    says(List.of(), List.of("late 1"));
  }

  @Test
  void fromTheFuture() {
    arrives(Sample.at(T), T - 5001).arrives(Sample.at(T + 1), T - 4999);
    says(List.of(), List.of("future 0"));
  }

  @Test
  void duplicate() {
    arrives(Sample.at(T), T).arrives(Sample.at(T), T + 9).arrives(Sample.at(T), T + 60_000);
    says(List.of(), List.of());
  }

  @Test
  void conflictingDuplicate() {
    arrives(Sample.at(T), T).arrives(Sample.at(T).pay("11", "EUR"), T + 9);
    says(List.of(), List.of("conflicting-duplicate 1"));
  }

  @Test
  void withdrawn() {
    arrives(Sample.at(T).on(0, 0), T)
        .arrives(Sample.at(T + 40_000).on(0, 5), T + 40_000)
        .arrives(Sample.at(T + 35_000).on(0, 5), T + 90_000);
    says(
        List.of(
            "fast t140000 raised seen 2",
            "fast t140000 withdrawn seen 3",
            "fast t135000 raised seen 2",
            "busy t140000 raised seen 2"),
        List.of());
  }

  @Test
  void aTotalThatOnlyALateArrivalReaches() {
    arrives(Sample.at(T).pay("60", "EUR"), T)
        .watermarkPasses(T + 75_000)
        .arrives(Sample.at(T + 19_000).id("b").pay("60", "EUR"), T + 79_000);
    says(List.of("busy b raised seen 2", "spend window raised seen 2"), List.of());
  }

  @Test
  void theWatermarkOfAnotherPartitionDoesNotMakeItTooLate() {
    arrives(Sample.at(T).pay("60", "EUR"), T)
        .watermarkPasses(T + 60_000)
        .arrives(Sample.at(T + 1).pay("60", "EUR"), T + 1);
    says(List.of("busy t100001 raised seen 2", "spend window raised seen 2"), List.of());
  }

  @Test
  void totalsOfTwoCurrenciesAreNotOne() {
    arrives(Sample.at(T).pay("60", "EUR"), T)
        .arrives(Sample.at(T + 31_000).pay("60", "USD"), T + 31_000);
    says(List.of(), List.of());
  }
}
