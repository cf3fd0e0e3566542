package weir.runners;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.SerializableCoder;
import org.apache.beam.sdk.coders.VarLongCoder;
import org.apache.beam.sdk.io.Read;
import org.apache.beam.sdk.io.UnboundedSource;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.windowing.GlobalWindow;
import org.joda.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import weir.options.CommandLineOptions;
import weir.options.WeirOptions;

/**
 * At the end of a log no element comes any more and no watermark. What steps hand on at the end of
 * a bundle must arrive all the same when a checkpoint ends it.
 */
@Tag("slow")
class BundleEndsTest {
  private static final Instant TIME = Instant.ofEpochMilli(1_000_000);
  private static final Duration LATER = Duration.ofSeconds(1);
  private static final Queue<Long> ARRIVED = new ConcurrentLinkedQueue<>();

  @BeforeAll
  static void registerOptions() {
    PipelineOptionsFactory.register(WeirOptions.class);
  }

  @Test
  @Timeout(60)
  void theLastBundleArrivesThoughNothingComesAfterIt() throws Exception {
    // Only a checkpoint ends a bundle.
    String[] given = {
      "--parallelism=1",
      "--checkpointingInterval=200",
      "--maxBundleSize=1000000",
      "--maxBundleTimeMills=600000"
    };
    PipelineOptions options =
        CommandLineOptions.parse(given, OnFlink.DEFAULTS.toArray(String[]::new));
    Pipeline pipeline = Pipeline.create(options);
    pipeline
        .apply(Read.from(new TwoElements()))
        .apply(ParDo.of(new AtTheEndFn()))
        .apply(ParDo.of(new ArriveFn()));
    // It blocks as long as the job runs.
    Thread job = new Thread(pipeline::run, "job");
    job.setDaemon(true);
    job.start();
    try {
      while (!ARRIVED.contains(2L)) {
        TimeUnit.MILLISECONDS.sleep(50);
      }
    } finally {
      job.interrupt();
      job.join();
    }
    assertThat(ARRIVED).containsExactly(1L, 2L);
  }

  /** Hands on what came in a bundle at its end. */
  private static final class AtTheEndFn extends DoFn<Long, Long> {
    private static final long serialVersionUID = 1L;

    private transient Queue<Long> came;

    @Setup
    public void setUp() {
      came = new ConcurrentLinkedQueue<>();
    }

    @ProcessElement
    public void keep(@Element Long element) {
      came.add(element);
    }

    @FinishBundle
    public void finishBundle(FinishBundleContext out) {
      came.forEach(each -> out.output(each, TIME, GlobalWindow.INSTANCE));
      came.clear();
    }
  }

  private static final class ArriveFn extends DoFn<Long, Void> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void arrive(@Element Long element) {
      ARRIVED.add(element);
    }
  }

  /** Gives 1, a second later 2, and then nothing for ever. Its watermark stays where it is. */
  private static final class TwoElements extends UnboundedSource<Long, Mark> {
    private static final long serialVersionUID = 1L;

    @Override
    public List<TwoElements> split(int desired, PipelineOptions options) {
      return List.of(this);
    }

    @Override
    public UnboundedReader<Long> createReader(PipelineOptions options, @Nullable Mark mark) {
      return new TwoReader(this);
    }

    @Override
    public Coder<Mark> getCheckpointMarkCoder() {
      return SerializableCoder.of(Mark.class);
    }

    @Override
    public Coder<Long> getOutputCoder() {
      return VarLongCoder.of();
    }
  }

  /** Nobody goes on from it. */
  private record Mark() implements UnboundedSource.CheckpointMark, Serializable {
    @Override
    public void finalizeCheckpoint() {}
  }

  private static final class TwoReader extends UnboundedSource.UnboundedReader<Long> {
    private final TwoElements source;
    private final long begun = System.nanoTime();
    private long current;

    TwoReader(TwoElements source) {
      this.source = source;
    }

    @Override
    public boolean start() {
      return advance();
    }

    @Override
    public boolean advance() {
      if (current == 2 || System.nanoTime() - begun < LATER.toNanos() * current) {
        return false;
      }
      current++;
      return true;
    }

    @Override
    public Long getCurrent() {
      if (current == 0) {
        throw new NoSuchElementException();
      }
      return current;
    }

    @Override
    public Instant getCurrentTimestamp() {
      return TIME;
    }

    @Override
    public Instant getWatermark() {
      return TIME;
    }

    @Override
    public UnboundedSource.CheckpointMark getCheckpointMark() {
      return new Mark();
    }

    @Override
    public UnboundedSource<Long, ?> getCurrentSource() {
      return source;
    }

    @Override
    public void close() {}
  }
}
