package weir.lake.write;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.joda.time.Duration;
import org.joda.time.Instant;
import org.jspecify.annotations.Nullable;
import weir.layer.HourFolder;
import weir.model.Payload;

/**
 * Gathers the rows of a bundle that go into one folder, so that they wait for their file as one
 * element, already in bytes. Spark keeps waiting elements as bytes and encodes all of them again
 * for each new element. And each step of a Beam element costs as much as writing a row.
 */
final class GatherFn<T> extends DoFn<T, GatheredRows> {
  private static final long serialVersionUID = 1L;

  /** A bundle may be as long as an engine likes. */
  private static final int MOST_BYTES = 1 << 18;

  /** The same of all folders together: those of a whole log are as many as it has hours. */
  private static final long MOST_BYTES_IN_ALL = 1L << 25;

  private final Layer<T> layer;

  /** By the hour whose folder they go into. */
  private transient Map<Long, Gathered> waiting = new HashMap<>();

  private transient long bytes;

  /** The folder of the last row, and mostly of the next one. */
  private transient @Nullable Gathered latest;

  /** A writer of former rows, reused because its buffers have the right size. */
  private transient Deque<RowWriter> writers = new ArrayDeque<>();

  /**
   * GatheredRows, and the earliest log time of any: they must not wait for a later span than it
   * does.
   */
  private static final class Gathered {
    private final long hour;
    private final RowWriter rows;
    private int bytes;
    private Instant earliest = BoundedWindow.TIMESTAMP_MAX_VALUE;

    Gathered(long hour, RowWriter rows) {
      this.hour = hour;
      this.rows = rows;
    }

    private void reach(Instant time) {
      if (time.isBefore(earliest)) {
        earliest = time;
      }
    }
  }

  GatherFn(Layer<T> layer) {
    this.layer = layer;
  }

  @Setup
  public void setUp() {
    writers = new ArrayDeque<>();
  }

  /** Drops what an earlier bundle left, whether it finished or failed. */
  @StartBundle
  public void start() {
    waiting = new HashMap<>();
    latest = null;
    bytes = 0;
  }

  @ProcessElement
  public void take(@Element T element, @Timestamp Instant time, OutputReceiver<GatheredRows> out) {
    Gathered gathered = gathered(HourFolder.hourOf(layer.time(element)));
    gathered.reach(time);
    layer.write(element, gathered.rows);
    int size = gathered.rows.size();
    bytes += size - gathered.bytes;
    gathered.bytes = size;
    if (size >= MOST_BYTES) {
      waiting.remove(gathered.hour);
      latest = null;
      bytes -= size;
      out.outputWithTimestamp(rows(gathered), gathered.earliest);
    } else if (bytes >= MOST_BYTES_IN_ALL) {
      waiting.values().forEach(each -> out.outputWithTimestamp(rows(each), each.earliest));
      start();
    }
  }

  private Gathered gathered(long hour) {
    Gathered before = latest;
    if (before != null && before.hour == hour) {
      return before;
    }
    Gathered now = waiting.computeIfAbsent(hour, key -> new Gathered(key, writer()));
    latest = now;
    return now;
  }

  /** A bundle mixes partitions, which need not be equally far. */
  @Override
  @SuppressWarnings("deprecation") // There is no other way to say it.
  public Duration getAllowedTimestampSkew() {
    return Duration.millis(Long.MAX_VALUE);
  }

  @FinishBundle
  public void finish(FinishBundleContext context) {
    for (Gathered gathered : waiting.values()) {
      context.output(rows(gathered), gathered.earliest, GlobalWindow.INSTANCE);
    }
  }

  private RowWriter writer() {
    RowWriter former = writers.poll();
    return former == null ? new RowWriter(layer.columns()) : former;
  }

  private GatheredRows rows(Gathered gathered) {
    GatheredRows rows =
        new GatheredRows(HourFolder.of(gathered.hour), new Payload(gathered.rows.take()));
    writers.add(gathered.rows);
    return rows;
  }
}
