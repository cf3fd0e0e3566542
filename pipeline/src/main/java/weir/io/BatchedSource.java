package weir.io;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.ListCoder;
import org.apache.beam.sdk.io.UnboundedSource;
import org.apache.beam.sdk.io.UnboundedSource.CheckpointMark;
import org.apache.beam.sdk.options.PipelineOptions;
import org.joda.time.Instant;
import org.jspecify.annotations.Nullable;
import weir.io.CommitLater.Reached;
import weir.io.Committing.Commits;

/**
 * Another source whose elements come several at a time, as many as are there and at most a number.
 * The DirectRunner reads ten elements of a source, works them off to the last step, and only then
 * reads on: with ten batches in place of ten records it does so far less often. The FlinkRunner
 * brings all metrics up to date after every element that it reads. And offsets are committed only
 * when the answers to what was read are written.
 */
final class BatchedSource<T, M extends CheckpointMark>
    extends UnboundedSource<List<T>, LaterMark<M>> {
  private static final long serialVersionUID = 1L;

  private final UnboundedSource<T, M> source;
  private final int most;
  private final long longestNanos;
  private final long commitAfterMillis;
  private final Committing<M> committing;

  /**
   * The source.
   *
   * @param longestNanos when a batch is handed on at the latest: who asks Kafka's source for more
   *     waits a while for it, so that of a steady stream there is always one more
   */
  BatchedSource(
      UnboundedSource<T, M> source,
      int most,
      long longestNanos,
      long commitAfterMillis,
      Committing<M> committing) {
    this.source = source;
    this.most = most;
    this.longestNanos = longestNanos;
    this.commitAfterMillis = commitAfterMillis;
    this.committing = committing;
  }

  @Override
  public List<BatchedSource<T, M>> split(int desired, PipelineOptions options) throws Exception {
    List<BatchedSource<T, M>> splits = new ArrayList<>();
    for (UnboundedSource<T, M> split : source.split(desired, options)) {
      splits.add(new BatchedSource<>(split, most, longestNanos, commitAfterMillis, committing));
    }
    return splits;
  }

  @Override
  public UnboundedReader<List<T>> createReader(PipelineOptions options, @Nullable LaterMark<M> mark)
      throws IOException {
    return mark == null
        ? new BatchedReader<>(this, source.createReader(options, null), List.of())
        : new BatchedReader<>(this, source.createReader(options, mark.mark()), mark.waiting());
  }

  @Override
  public Coder<LaterMark<M>> getCheckpointMarkCoder() {
    return new LaterMarkCoder<>(source.getCheckpointMarkCoder());
  }

  @Override
  public Coder<List<T>> getOutputCoder() {
    return ListCoder.of(source.getOutputCoder());
  }

  private static final class BatchedReader<T, M extends CheckpointMark>
      extends UnboundedReader<List<T>> {
    private final BatchedSource<T, M> source;
    private final UnboundedReader<T> reader;
    private final Commits<M> commits;
    private final CommitLater<M> later;
    private List<T> batch = List.of();
    private Instant earliest = Instant.EPOCH;

    BatchedReader(BatchedSource<T, M> source, UnboundedReader<T> reader, List<Reached<M>> waiting) {
      this.source = source;
      this.reader = reader;
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
      batch = new ArrayList<>();
      long end = System.nanoTime() + source.longestNanos;
      boolean more = available;
      while (more) {
        Instant time = reader.getCurrentTimestamp();
        if (batch.isEmpty() || time.isBefore(earliest)) {
          earliest = time;
        }
        batch.add(reader.getCurrent());
        more = batch.size() < source.most && System.nanoTime() < end && reader.advance();
      }
      return !batch.isEmpty();
    }

    @Override
    public List<T> getCurrent() {
      if (batch.isEmpty()) {
        throw new NoSuchElementException();
      }
      return batch;
    }

    /** That of its earliest element: each then takes its own, and none may take an earlier one. */
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
    public UnboundedSource<List<T>, ?> getCurrentSource() {
      return source;
    }

    @Override
    public void close() throws IOException {
      commits.close();
      reader.close();
    }
  }
}
