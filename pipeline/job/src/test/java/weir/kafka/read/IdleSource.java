package weir.kafka.read;

import java.util.List;
import java.util.NoSuchElementException;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.VarLongCoder;
import org.apache.beam.sdk.io.UnboundedSource;
import org.apache.beam.sdk.options.PipelineOptions;
import org.joda.time.Instant;
import org.jspecify.annotations.Nullable;

/** A source without an element. */
final class IdleSource
    extends UnboundedSource<Long, UnboundedSource.CheckpointMark.NoopCheckpointMark> {
  private static final long serialVersionUID = 1L;

  static final Instant WATERMARK = Instant.ofEpochMilli(1_000_000);

  @Override
  public List<IdleSource> split(int desired, PipelineOptions options) {
    return List.of(this);
  }

  @Override
  public UnboundedReader<Long> createReader(
      PipelineOptions options, CheckpointMark.@Nullable NoopCheckpointMark mark) {
    return new IdleReader(this);
  }

  @Override
  public Coder<CheckpointMark.NoopCheckpointMark> getCheckpointMarkCoder() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Coder<Long> getOutputCoder() {
    return VarLongCoder.of();
  }

  private static final class IdleReader extends UnboundedReader<Long> {
    private final IdleSource source;

    IdleReader(IdleSource source) {
      this.source = source;
    }

    @Override
    public boolean start() {
      return false;
    }

    @Override
    public boolean advance() {
      return false;
    }

    @Override
    public Long getCurrent() {
      throw new NoSuchElementException();
    }

    @Override
    public Instant getCurrentTimestamp() {
      throw new NoSuchElementException();
    }

    @Override
    public Instant getWatermark() {
      return WATERMARK;
    }

    @Override
    public CheckpointMark getCheckpointMark() {
      return CheckpointMark.NOOP_CHECKPOINT_MARK;
    }

    @Override
    public UnboundedSource<Long, ?> getCurrentSource() {
      return source;
    }

    @Override
    public void close() {}
  }
}
