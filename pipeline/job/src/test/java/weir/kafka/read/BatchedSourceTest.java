package weir.kafka.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.apache.beam.sdk.coders.VarLongCoder;
import org.apache.beam.sdk.io.CountingSource;
import org.apache.beam.sdk.io.UnboundedSource;
import org.apache.beam.sdk.io.UnboundedSource.CheckpointMark;
import org.apache.beam.sdk.io.UnboundedSource.UnboundedReader;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.util.CoderUtils;
import org.apache.beam.sdk.values.TimestampedValue;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import weir.kafka.read.CommitLater.Commits;
import weir.kafka.read.CommitLater.Committing;
import weir.kafka.read.CommitLater.Reached;

class BatchedSourceTest {
  private static <M> BatchedSource.Wanted<Long, Long, M> all() {
    return new BatchedSource.Wanted<>(mark -> each -> each, VarLongCoder.of());
  }

  private static final long LONG = TimeUnit.MINUTES.toNanos(5);

  private final PipelineOptions options = PipelineOptionsFactory.create();

  private static List<Long> take(
      UnboundedReader<List<TimestampedValue<Long>>> reader, int batches, boolean start)
      throws Exception {
    List<Long> taken = new ArrayList<>();
    for (int i = 0; i < batches; i++) {
      boolean first = start && i == 0;
      assertThat(first ? reader.start() : reader.advance()).isTrue();
      assertThat(reader.getCurrent()).hasSize(7);
      reader.getCurrent().forEach(each -> taken.add(each.getValue()));
    }
    return taken;
  }

  /** Commits nothing. */
  private static final class Nowhere<M extends CheckpointMark> implements Committing<M> {
    private static final long serialVersionUID = 1L;

    @Override
    public Commits<M> open() {
      return new Commits<>() {
        @Override
        public void commit(Reached<M> reached) {}

        @Override
        public void close() {}
      };
    }
  }

  @Test
  @SuppressWarnings("deprecation") // A source of its own is what is wanted here, not a transform.
  void losesAndRepeatsNothingFromOneCheckpointToTheNext() throws Exception {
    checkResumes(
        new BatchedSource<>(CountingSource.unbounded(), all(), 7, LONG, 0, new Nowhere<>()));
  }

  private <M extends UnboundedSource.CheckpointMark> void checkResumes(
      BatchedSource<Long, Long, M> source) throws Exception {
    List<Long> taken = new ArrayList<>();
    LaterMark<M> mark;
    try (UnboundedReader<List<TimestampedValue<Long>>> reader =
        source.createReader(options, null)) {
      taken.addAll(take(reader, 3, true));
      @SuppressWarnings("unchecked") // A reader's marks are those of its source.
      LaterMark<M> reached = (LaterMark<M>) reader.getCheckpointMark();
      mark = CoderUtils.clone(source.getCheckpointMarkCoder(), reached);
    }
    try (UnboundedReader<List<TimestampedValue<Long>>> reader =
        source.createReader(options, mark)) {
      taken.addAll(take(reader, 2, true));
    }
    assertThat(taken).isEqualTo(LongStream.range(0, 35).boxed().toList());
  }

  @Test
  @Timeout(60)
  @SuppressWarnings("deprecation")
  void aBatchDoesNotWaitForAsManyAsItMayHold() throws Exception {
    long soon = TimeUnit.MILLISECONDS.toNanos(5);
    SlowSource<?> slow = new SlowSource<>(CountingSource.unbounded());
    try (UnboundedReader<List<TimestampedValue<Long>>> reader =
        new BatchedSource<>(slow, all(), Integer.MAX_VALUE, soon, 0, new Nowhere<>())
            .createReader(options, null)) {
      assertThat(reader.start()).isTrue();
      assertThat(reader.getCurrent()).hasSizeBetween(1, 10);
      long next = reader.getCurrent().size();
      assertThat(reader.advance()).isTrue();
      assertThat(reader.getCurrent()).hasSizeBetween(1, 10);
      assertThat(reader.getCurrent().get(0).getValue()).isEqualTo(next);
    }
  }

  /** Only a reader with an element is asked for a mark by the DirectRunner. */
  @Test
  @Tag("slow")
  @Timeout(60)
  void whileNothingComesAnEmptyBatchDoes() throws Exception {
    BatchedSource<Long, Long, ?> idle =
        new BatchedSource<>(new IdleSource(), all(), 7, LONG, 0, new Nowhere<>());
    try (UnboundedReader<List<TimestampedValue<Long>>> reader = idle.createReader(options, null)) {
      long begin = System.nanoTime();
      assertThat(reader.start()).isFalse();
      assertThatThrownBy(reader::getCurrent).isInstanceOf(NoSuchElementException.class);
      while (!reader.advance()) {
        Thread.onSpinWait();
      }
      assertThat(System.nanoTime() - begin).isGreaterThan(BatchedSource.IDLE.toNanos() / 2);
      assertThat(reader.getCurrent()).isEmpty();
      assertThat(reader.getCurrentTimestamp()).isEqualTo(IdleSource.WATERMARK);
      assertThat(reader.advance()).as("another at once").isFalse();
    }
  }
}
