package weir.kafka.read;

import java.io.IOException;
import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.ListCoder;
import org.apache.beam.sdk.io.UnboundedSource;
import org.apache.beam.sdk.io.UnboundedSource.CheckpointMark;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.values.TimestampedValue;
import org.apache.beam.sdk.values.TimestampedValue.TimestampedValueCoder;
import org.joda.time.Instant;
import org.jspecify.annotations.Nullable;
import weir.kafka.read.CommitLater.Commits;
import weir.kafka.read.CommitLater.Committing;
import weir.kafka.read.CommitLater.Reached;

/**
 * Wraps a source and hands on several of its elements at a time: as many as are there, up to a
 * limit, each with its time and only the parts that are needed. The DirectRunner reads ten elements
 * of a source, takes them through all steps, and only then reads on: ten batches are far more
 * records than ten elements. The FlinkRunner updates all metrics after every element that it reads.
 * The source also commits offsets only when the answers to what was read are written. While nothing
 * comes it hands on an empty batch now and then: the DirectRunner takes a mark of a reader, and
 * calls the one before final, only when the reader had an element.
 */
final class BatchedSource<T, E, M extends CheckpointMark>
    extends UnboundedSource<List<TimestampedValue<E>>, LaterMark<M>> {
  private static final long serialVersionUID = 1L;

  /** How long nothing comes before an empty batch does. */
  static final Duration IDLE = Duration.ofSeconds(5);

  private final UnboundedSource<T, M> source;
  private final Wanted<T, E, M> wanted;
  private final int most;
  private final long longestNanos;
  private final long commitAfterMillis;
  private final Committing<M> committing;

  /**
   * What is kept of a source's elements.
   *
   * @param coder of what is made of an element
   */
  record Wanted<T, E, M>(Taking<T, E, M> taking, Coder<E> coder) implements Serializable {}

  /** Begins to take the elements of a reader, which is made of a mark or of none. */
  interface Taking<T, E, M> extends Serializable {
    Taken<T, E> open(@Nullable M mark);
  }

  /** What is made of the elements of a reader, one after the other, until it is closed. */
  interface Taken<T, E> extends AutoCloseable {
    E of(T element);

    @Override
    default void close() {}
  }

  /**
   * The source.
   *
   * @param longestNanos the longest time that a batch may take: Kafka's source waits a while for
   *     the next record, so a steady stream would never end a batch
   */
  BatchedSource(
      UnboundedSource<T, M> source,
      Wanted<T, E, M> wanted,
      int most,
      long longestNanos,
      long commitAfterMillis,
      Committing<M> committing) {
    this.source = source;
    this.wanted = wanted;
    this.most = most;
    this.longestNanos = longestNanos;
    this.commitAfterMillis = commitAfterMillis;
    this.committing = committing;
  }

  @Override
  public List<BatchedSource<T, E, M>> split(int desired, PipelineOptions options) throws Exception {
    List<BatchedSource<T, E, M>> splits = new ArrayList<>();
    for (UnboundedSource<T, M> split : source.split(desired, options)) {
      splits.add(
          new BatchedSource<>(split, wanted, most, longestNanos, commitAfterMillis, committing));
    }
    return splits;
  }

  @Override
  public UnboundedReader<List<TimestampedValue<E>>> createReader(
      PipelineOptions options, @Nullable LaterMark<M> mark) throws IOException {
    M reached = mark == null ? null : mark.mark();
    return new BatchedReader<>(
        this,
        source.createReader(options, reached),
        wanted.taking().open(reached),
        mark == null ? List.of() : mark.waiting());
  }

  @Override
  public Coder<LaterMark<M>> getCheckpointMarkCoder() {
    return new LaterMark.Form<>(source.getCheckpointMarkCoder());
  }

  @Override
  public Coder<List<TimestampedValue<E>>> getOutputCoder() {
    return ListCoder.of(TimestampedValueCoder.of(wanted.coder()));
  }

  private static final class BatchedReader<T, E, M extends CheckpointMark>
      extends UnboundedReader<List<TimestampedValue<E>>> {
    private final BatchedSource<T, E, M> source;
    private final UnboundedReader<T> reader;
    private final Taken<T, E> taking;
    private final Commits<M> commits;
    private final CommitLater<M> later;
    private @Nullable List<TimestampedValue<E>> batch;
    private Instant earliest = Instant.EPOCH;
    private long handedOn = System.nanoTime();

    BatchedReader(
        BatchedSource<T, E, M> source,
        UnboundedReader<T> reader,
        Taken<T, E> taking,
        List<Reached<M>> waiting) {
      this.source = source;
      this.reader = reader;
      this.taking = taking;
      this.commits = source.committing.open();
      this.later =
          new CommitLater<>(
              source.commitAfterMillis, System::currentTimeMillis, commits::commit, waiting);
    }

    @Override
    public boolean start() throws IOException {
      later.commit();
      return take(reader.start());
    }

    @Override
    public boolean advance() throws IOException {
      later.commit();
      return take(reader.advance());
    }

    private boolean take(boolean available) throws IOException {
      List<TimestampedValue<E>> taken = new ArrayList<>();
      long begin = System.nanoTime();
      boolean more = available;
      while (more) {
        Instant time = reader.getCurrentTimestamp();
        if (taken.isEmpty() || time.isBefore(earliest)) {
          earliest = time;
        }
        taken.add(TimestampedValue.of(taking.of(reader.getCurrent()), time));
        more =
            taken.size() < source.most
                && System.nanoTime() - begin < source.longestNanos
                && reader.advance();
      }
      if (taken.isEmpty()) {
        if (begin - handedOn < IDLE.toNanos()) {
          batch = null;
          return false;
        }
        earliest = reader.getWatermark();
      }
      handedOn = begin;
      batch = taken;
      return true;
    }

    @Override
    public List<TimestampedValue<E>> getCurrent() {
      if (batch == null) {
        throw new NoSuchElementException();
      }
      return batch;
    }

    /**
     * The time of its earliest element: each element then gets its own time, which must not be
     * earlier. Without one it is the watermark.
     */
    @Override
    public Instant getCurrentTimestamp() {
      return earliest;
    }

    @Override
    public Instant getWatermark() {
      return reader.getWatermark();
    }

    @Override
    @SuppressWarnings("unchecked") // A reader's marks are those of its source.
    public LaterMark<M> getCheckpointMark() {
      return later.reached((M) reader.getCheckpointMark());
    }

    @Override
    public UnboundedSource<List<TimestampedValue<E>>, ?> getCurrentSource() {
      return source;
    }

    @Override
    public void close() throws IOException {
      taking.close();
      commits.close();
      reader.close();
    }
  }
}
