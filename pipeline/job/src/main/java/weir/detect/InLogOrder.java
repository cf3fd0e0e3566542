package weir.detect;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.CoderException;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.ListCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.GroupByKey;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.windowing.DefaultTrigger;
import org.apache.beam.sdk.transforms.windowing.FixedWindows;
import org.apache.beam.sdk.transforms.windowing.GlobalWindows;
import org.apache.beam.sdk.transforms.windowing.TimestampCombiner;
import org.apache.beam.sdk.transforms.windowing.Window;
import org.apache.beam.sdk.util.CoderUtils;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TimestampedValue;
import org.joda.time.Duration;
import org.joda.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Puts what goes to a key into the order of its times, where all of it ends: engines hand it on in
 * no order then. A step that asks an engine for its input by time gets it so, but what has the same
 * time comes as it likes. So what comes close together is sorted here, and handed on in lists that
 * have the time of their first element. A list is small, because Flink sorts no element that is as
 * large as its buffers; but what has one time is in one list, where its order matters.
 */
final class InLogOrder<T>
    extends PTransform<PCollection<KV<String, T>>, PCollection<KV<String, List<T>>>> {
  private static final long serialVersionUID = 1L;

  /** All that a key gets within this time must go into memory. */
  private static final Duration STRETCH = Duration.standardMinutes(10);

  private static final int MOST_BYTES = 1 << 18;

  private final @Nullable Order<T> order;
  private final Coder<T> coder;

  /** The order of those that have the same time. */
  interface Order<T> extends Comparator<T>, Serializable {}

  private InLogOrder(@Nullable Order<T> order, Coder<T> coder) {
    this.order = order;
    this.coder = coder;
  }

  /** For a step to which it matters which of those of one time comes first. */
  static <T> InLogOrder<T> strictly(Order<T> order, Coder<T> coder) {
    return new InLogOrder<>(order, coder);
  }

  /** For a step that takes those of one time in any order, and not all at once. */
  static <T> InLogOrder<T> byTime(Coder<T> coder) {
    return new InLogOrder<>(/* order= */ null, coder);
  }

  @Override
  public PCollection<KV<String, List<T>>> expand(PCollection<KV<String, T>> all) {
    return all.apply("With its time", ParDo.of(new TimeFn<T>()))
        .setCoder(
            KvCoder.of(StringUtf8Coder.of(), TimestampedValue.TimestampedValueCoder.of(coder)))
        .apply(
            "Stretches of the log",
            Window.<KV<String, TimestampedValue<T>>>into(FixedWindows.of(STRETCH))
                .withTimestampCombiner(TimestampCombiner.EARLIEST))
        .apply("Of each key", GroupByKey.create())
        .apply("Sort", ParDo.of(new SortFn<T>(order, coder)))
        .setCoder(KvCoder.of(StringUtf8Coder.of(), ListCoder.of(coder)))
        .apply(
            "One after the other",
            Window.<KV<String, List<T>>>into(new GlobalWindows())
                .triggering(DefaultTrigger.of())
                .withAllowedLateness(Duration.ZERO)
                .discardingFiredPanes());
  }

  private static final class TimeFn<T>
      extends DoFn<KV<String, T>, KV<String, TimestampedValue<T>>> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void tell(
        @Element KV<String, T> each,
        @Timestamp Instant time,
        OutputReceiver<KV<String, TimestampedValue<T>>> out) {
      out.output(KV.of(each.getKey(), TimestampedValue.of(each.getValue(), time)));
    }
  }

  private static final class SortFn<T>
      extends DoFn<KV<String, Iterable<TimestampedValue<T>>>, KV<String, List<T>>> {
    private static final long serialVersionUID = 1L;

    private final @Nullable Order<T> order;
    private final Coder<T> coder;

    SortFn(@Nullable Order<T> order, Coder<T> coder) {
      this.order = order;
      this.coder = coder;
    }

    @ProcessElement
    public void sort(
        @Element KV<String, Iterable<TimestampedValue<T>>> stretch,
        OutputReceiver<KV<String, List<T>>> out)
        throws CoderException {
      List<TimestampedValue<T>> sorted = new ArrayList<>();
      stretch.getValue().forEach(sorted::add);
      Comparator<TimestampedValue<T>> byTime = Comparator.comparing(each -> each.getTimestamp());
      sorted.sort(order == null ? byTime : byTime.thenComparing(TimestampedValue::getValue, order));
      List<T> next = new ArrayList<>();
      Instant first = Instant.EPOCH;
      Instant last = Instant.EPOCH;
      int bytes = 0;
      for (TimestampedValue<T> each : sorted) {
        if (bytes >= MOST_BYTES && (order == null || each.getTimestamp().isAfter(last))) {
          out.outputWithTimestamp(KV.of(stretch.getKey(), next), first);
          next = new ArrayList<>();
          bytes = 0;
        }
        last = each.getTimestamp();
        first = next.isEmpty() ? last : first;
        next.add(each.getValue());
        bytes += CoderUtils.encodeToByteArray(coder, each.getValue()).length;
      }
      out.outputWithTimestamp(KV.of(stretch.getKey(), next), first);
    }
  }
}
