package weir.kafka.read;

import java.io.IOException;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.io.UnboundedSource;
import org.apache.beam.sdk.io.UnboundedSource.CheckpointMark;
import org.apache.beam.sdk.options.PipelineOptions;
import org.joda.time.Instant;
import org.jspecify.annotations.Nullable;

/** Another source of which, as of a topic with little traffic, each element is waited for. */
final class SlowSource<M extends CheckpointMark> extends UnboundedSource<Long, M> {
  private static final long serialVersionUID = 1L;

  private final UnboundedSource<Long, M> source;

  SlowSource(UnboundedSource<Long, M> source) {
    this.source = source;
  }

  @Override
  public List<? extends UnboundedSource<Long, M>> split(int desired, PipelineOptions options) {
    return List.of(this);
  }

  @Override
  public UnboundedReader<Long> createReader(PipelineOptions options, @Nullable M mark)
      throws IOException {
    return new SlowReader(source.createReader(options, mark), this);
  }

  @Override
  public Coder<M> getCheckpointMarkCoder() {
    return source.getCheckpointMarkCoder();
  }

  @Override
  public Coder<Long> getOutputCoder() {
    return source.getOutputCoder();
  }

  private static final class SlowReader extends UnboundedReader<Long> {
    private final UnboundedReader<Long> reader;
    private final SlowSource<?> source;

    SlowReader(UnboundedReader<Long> reader, SlowSource<?> source) {
      this.reader = reader;
      this.source = source;
    }

    @Override
    public boolean start() throws IOException {
      return reader.start();
    }

    @Override
    public boolean advance() throws IOException {
      try {
        Thread.sleep(1);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
      return reader.advance();
    }

    @Override
    public Long getCurrent() throws NoSuchElementException {
      return reader.getCurrent();
    }

    @Override
    public Instant getCurrentTimestamp() throws NoSuchElementException {
      return reader.getCurrentTimestamp();
    }

    @Override
    public Instant getWatermark() {
      return reader.getWatermark();
    }

    @Override
    public CheckpointMark getCheckpointMark() {
      return reader.getCheckpointMark();
    }

    @Override
    public UnboundedSource<Long, ?> getCurrentSource() {
      return source;
    }

    @Override
    public void close() throws IOException {
      reader.close();
    }
  }
}
