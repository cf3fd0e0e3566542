package weir.groups;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.beam.sdk.PipelineResult;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.metrics.Counter;
import org.apache.beam.sdk.metrics.MetricNameFilter;
import org.apache.beam.sdk.metrics.Metrics;
import org.apache.beam.sdk.metrics.MetricsFilter;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.state.StateSpec;
import org.apache.beam.sdk.state.StateSpecs;
import org.apache.beam.sdk.state.ValueState;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.testing.TestPipeline;
import org.apache.beam.sdk.testing.TestStream;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.Sum;
import org.apache.beam.sdk.transforms.windowing.FixedWindows;
import org.apache.beam.sdk.transforms.windowing.GlobalWindows;
import org.apache.beam.sdk.transforms.windowing.IntervalWindow;
import org.apache.beam.sdk.transforms.windowing.Window;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TimestampedValue;
import org.joda.time.Duration;
import org.joda.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys that share a group share bundles, and nothing else. */
class KeyGroupsTest {
  private static final String COUNTERS = "key groups";
  private static final int KEYS = 20;
  private static final int ROUNDS = 3;

  /** Each key's first, second and third, with the number that its own state gives it. */
  private static final List<String> OWN_NUMBERS = ownNumbers();

  private static List<String> ownNumbers() {
    return IntStream.range(0, KEYS * ROUNDS)
        .mapToObj(each -> name(each / ROUNDS) + " " + each % ROUNDS)
        .toList();
  }

  private static String name(int key) {
    return "key-" + key;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 64})
  void eachKeyHasStateOfItsOwn(int groups) {
    numbered(groups);
  }

  /** Two keys of a group in one window, and one key in two windows, are never added up. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3})
  void eachKeyIsCombinedByItsWindows(int groups) {
    TestPipeline pipeline =
        TestPipeline.fromOptions(PipelineOptionsFactory.create())
            .enableAbandonedNodeEnforcement(false);
    List<TimestampedValue<KV<String, Integer>>> elements = new ArrayList<>();
    List<String> sums = new ArrayList<>();
    for (int key = 0; key < KEYS; key++) {
      for (int minute = 0; minute < ROUNDS; minute++) {
        Instant time = Instant.ofEpochMilli(0).plus(Duration.standardMinutes(minute));
        elements.add(TimestampedValue.of(KV.of(name(key), 1000 * key), time));
        elements.add(TimestampedValue.of(KV.of(name(key), 1 + minute), time));
        sums.add(name(key) + " " + (1000 * key + 1 + minute) + " until minute " + (minute + 1));
      }
    }
    Coder<KV<String, Integer>> coder = KvCoder.of(StringUtf8Coder.of(), VarIntCoder.of());
    PCollection<KV<String, Integer>> keyed =
        pipeline
            .apply(Create.timestamped(elements).withCoder(coder))
            .apply(Window.into(FixedWindows.of(Duration.standardMinutes(1))));
    PCollection<String> told =
        new KeyGroups(groups)
            .combine("Sum", keyed, Sum.ofIntegers(), IntervalWindow.getCoder())
            .apply("Tell", ParDo.of(new TellFn()))
            .apply("To all", Window.into(new GlobalWindows()));
    PAssert.that(told).containsInAnyOrder(sums);
    pipeline.run().waitUntilFinish();
  }

  @Test
  void aGroupIsOneBundle() {
    assertThat(numbered(0)).isEqualTo(KEYS * ROUNDS);
    assertThat(numbered(1)).isEqualTo(ROUNDS);
  }

  /** Runs the step that gives each element its number, and returns how many bundles it had. */
  private static long numbered(int groups) {
    TestPipeline pipeline =
        TestPipeline.fromOptions(PipelineOptionsFactory.create())
            .enableAbandonedNodeEnforcement(false);
    TestStream.Builder<KV<String, String>> stream =
        TestStream.create(KvCoder.of(StringUtf8Coder.of(), StringUtf8Coder.of()));
    for (int round = 0; round < ROUNDS; round++) {
      stream = stream.addElements(element(0), elements());
    }
    PCollection<KV<String, String>> keyed = pipeline.apply(stream.advanceWatermarkToInfinity());
    PCollection<String> numbers =
        new KeyGroups(groups).apply("Number", keyed, new NumberFn(), StringUtf8Coder.of());
    assertThat(numbers.getWindowingStrategy().getWindowFn()).isEqualTo(new GlobalWindows());
    PAssert.that(numbers).containsInAnyOrder(OWN_NUMBERS);
    PipelineResult result = pipeline.run();
    result.waitUntilFinish();
    return result
        .metrics()
        .queryMetrics(
            MetricsFilter.builder().addNameFilter(MetricNameFilter.inNamespace(COUNTERS)).build())
        .getCounters()
        .iterator()
        .next()
        .getCommitted();
  }

  private static KV<String, String> element(int key) {
    return KV.of(name(key), name(key));
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // Beam asks for an array.
  private static KV<String, String>[] elements() {
    KV<String, String>[] others = new KV[KEYS - 1];
    for (int key = 1; key < KEYS; key++) {
      others[key - 1] = element(key);
    }
    return others;
  }

  private static final class TellFn extends DoFn<KV<String, Integer>, String> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void tell(
        @Element KV<String, Integer> sum, IntervalWindow window, OutputReceiver<String> out) {
      long minute = Duration.millis(window.end().getMillis()).getStandardMinutes();
      out.output(sum.getKey() + " " + sum.getValue() + " until minute " + minute);
    }
  }

  private static final class NumberFn extends DoFn<KV<String, String>, String> {
    private static final long serialVersionUID = 1L;
    private static final String NEXT = "next";

    /** Those with an element: the end of a key's window is a bundle, too. */
    private final Counter bundles = Metrics.counter(COUNTERS, "bundles");

    private transient boolean counted;

    @StateId(NEXT)
    @SuppressWarnings("UnusedVariable") // Beam finds it by its annotation.
    private final StateSpec<ValueState<Integer>> nextSpec = StateSpecs.value(VarIntCoder.of());

    @StartBundle
    public void startBundle() {
      counted = false;
    }

    @ProcessElement
    public void number(
        @Element KV<String, String> element,
        @StateId(NEXT) ValueState<Integer> next,
        OutputReceiver<String> out) {
      if (!counted) {
        bundles.inc();
        counted = true;
      }
      Integer known = next.read();
      int number = known == null ? 0 : known;
      next.write(number + 1);
      out.output(element.getValue() + " " + number);
    }
  }
}
