package weir.exactly;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.state.BagState;
import org.apache.beam.sdk.state.ReadableState;
import org.apache.beam.sdk.state.Timer;
import org.apache.beam.sdk.state.ValueState;
import org.apache.beam.sdk.transforms.DoFn.BundleFinalizer;
import org.apache.beam.sdk.values.KV;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.joda.time.Duration;
import org.joda.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The step inside an engine as Flink does it: a checkpoint has the state and the timers, and the
 * step is told of a complete one by what it asked for before that began, and of one that was given
 * up by nothing.
 */
final class FakeStep implements AutoCloseable {
  private final OnceFn step;
  private final Map<Integer, Cells> cells = new TreeMap<>();
  private List<BundleFinalizer.Callback> asked = new ArrayList<>();

  /** A step, new or as checkpoints had it: of several if shards have moved together. */
  FakeStep(OnceFn step, Checkpoint... before) {
    this.step = step;
    step.setUp();
    for (Checkpoint each : before) {
      each.cells().forEach((shard, kept) -> cells.put(shard, kept.copy()));
    }
  }

  /**
   * A checkpoint.
   *
   * @param asked what is to be called when it is complete
   */
  record Checkpoint(Map<Integer, Cells> cells, List<BundleFinalizer.Callback> asked) {
    /** Its part about some shards, as a step gets it that takes them over. */
    Checkpoint of(Integer... shards) {
      Map<Integer, Cells> part = new TreeMap<>(cells);
      part.keySet().retainAll(List.of(shards));
      return new Checkpoint(part, List.of());
    }

    /** Tells the step that it is complete. */
    void complete() throws Exception {
      for (BundleFinalizer.Callback each : asked) {
        each.onBundleSuccess();
      }
    }
  }

  void take(int shard, ProducerRecord<byte[], byte[]> record) {
    Cells of = cells.computeIfAbsent(shard, key -> new Cells());
    step.take(
        KV.of(shard, record),
        of.numbered,
        of.waiting,
        of.timer,
        (expiry, callback) -> asked.add(callback));
  }

  /** The timers that are set fire. */
  void look() {
    cells.forEach(
        (shard, of) -> {
          if (of.timer.set) {
            of.timer.set = false;
            step.write(shard, of.numbered, of.waiting, of.timer);
          }
        });
  }

  /** How many wait to be written. */
  int waiting() {
    return cells.values().stream().mapToInt(each -> each.waiting.content.size()).sum();
  }

  /** Whether a timer is set. */
  boolean looks() {
    return cells.values().stream().anyMatch(each -> each.timer.set);
  }

  /** A checkpoint begins; whether it is ever complete is another matter. */
  Checkpoint begin() {
    Map<Integer, Cells> kept = new TreeMap<>();
    cells.forEach((shard, of) -> kept.put(shard, of.copy()));
    Checkpoint checkpoint = new Checkpoint(kept, asked);
    asked = new ArrayList<>();
    return checkpoint;
  }

  /** Two checkpoints, after which nothing may wait. */
  void drain() throws Exception {
    for (int checkpoint = 0; checkpoint < 2; checkpoint++) {
      begin().complete();
      look();
    }
    assertThat(looks()).as("something waits for ever").isFalse();
  }

  @Override
  public void close() {
    step.tearDown();
  }

  /** The state of one shard. */
  static final class Cells {
    private final Value numbered = new Value();
    private final Bag waiting = new Bag();
    private final Alarm timer = new Alarm();

    private Cells copy() {
      Cells copy = new Cells();
      copy.numbered.content = numbered.content;
      copy.waiting.content.addAll(waiting.content);
      copy.timer.set = timer.set;
      return copy;
    }
  }

  private static final class Value implements ValueState<String> {
    private @Nullable String content;

    @Override
    public void write(String input) {
      content = input;
    }

    @Override
    public @Nullable String read() {
      return content;
    }

    @Override
    public Value readLater() {
      return this;
    }

    @Override
    public void clear() {
      content = null;
    }
  }

  private static final class Bag implements BagState<KV<Long, ProducerRecord<byte[], byte[]>>> {
    private final List<KV<Long, ProducerRecord<byte[], byte[]>>> content = new ArrayList<>();

    @Override
    public Iterable<KV<Long, ProducerRecord<byte[], byte[]>>> read() {
      return List.copyOf(content);
    }

    @Override
    public Bag readLater() {
      return this;
    }

    @Override
    public void add(KV<Long, ProducerRecord<byte[], byte[]>> value) {
      content.add(value);
    }

    @Override
    public ReadableState<Boolean> isEmpty() {
      throw new UnsupportedOperationException();
    }

    @Override
    public void clear() {
      content.clear();
    }
  }

  private static final class Alarm implements Timer {
    private boolean set;

    @Override
    public void setRelative() {
      set = true;
    }

    @Override
    public Timer offset(Duration offset) {
      return this;
    }

    @Override
    public void set(Instant time) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void clear() {
      set = false;
    }

    @Override
    public Timer align(Duration period) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Timer withOutputTimestamp(Instant time) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Timer withNoOutputTimestamp() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Instant getCurrentRelativeTime() {
      throw new UnsupportedOperationException();
    }
  }
}
