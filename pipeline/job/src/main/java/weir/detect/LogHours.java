package weir.detect;

import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.beam.sdk.transforms.windowing.DefaultTrigger;
import org.apache.beam.sdk.transforms.windowing.FixedWindows;
import org.apache.beam.sdk.transforms.windowing.GlobalWindows;
import org.apache.beam.sdk.transforms.windowing.TimestampCombiner;
import org.apache.beam.sdk.transforms.windowing.Window;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.joda.time.Duration;
import org.joda.time.Instant;

/**
 * Puts together what goes to each key within an hour of log time, where all of it ends: engines
 * then hand on elements in no order, and a judge that hears them by their times must be told those
 * of one time in their order. What is put together has the time of its earliest, so each of a key's
 * is earlier than those of its next hour.
 *
 * @param <T> what goes to a key
 * @param <R> what an hour of it makes
 */
final class LogHours<T, R>
    extends PTransform<PCollection<KV<String, T>>, PCollection<KV<String, R>>> {
  private static final long serialVersionUID = 1L;
  private static final Duration HOUR = Duration.standardHours(1);

  private final SerializableFunction<List<T>, R> together;
  private final Coder<R> coder;

  /**
   * The hours.
   *
   * @param together makes one of those of an hour, which are in no order
   */
  LogHours(SerializableFunction<List<T>, R> together, Coder<R> coder) {
    this.together = together;
    this.coder = coder;
  }

  /** When the hour is over in which this time lies. */
  static long endOf(Instant time) {
    long hour = HOUR.getMillis();
    return (Math.floorDiv(time.getMillis(), hour) + 1) * hour;
  }

  @Override
  public PCollection<KV<String, R>> expand(PCollection<KV<String, T>> all) {
    return all.apply(
            "Hours of the log",
            Window.<KV<String, T>>into(FixedWindows.of(HOUR))
                .withTimestampCombiner(TimestampCombiner.EARLIEST))
        .apply("Of each key", GroupByKey.create())
        .apply("Put together", ParDo.of(new TogetherFn<>(together)))
        .setCoder(KvCoder.of(StringUtf8Coder.of(), coder))
        .apply(
            "Hour after hour",
            Window.<KV<String, R>>into(new GlobalWindows())
                .triggering(DefaultTrigger.of())
                .withAllowedLateness(Duration.ZERO)
                .discardingFiredPanes());
  }

  private static final class TogetherFn<T, R> extends DoFn<KV<String, Iterable<T>>, KV<String, R>> {
    private static final long serialVersionUID = 1L;

    private final SerializableFunction<List<T>, R> together;

    TogetherFn(SerializableFunction<List<T>, R> together) {
      this.together = together;
    }

    @ProcessElement
    public void putTogether(
        @Element KV<String, Iterable<T>> hour, OutputReceiver<KV<String, R>> out) {
      List<T> all = new ArrayList<>();
      hour.getValue().forEach(all::add);
      out.output(KV.of(hour.getKey(), together.apply(all)));
    }
  }
}
