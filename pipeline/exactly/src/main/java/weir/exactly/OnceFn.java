package weir.exactly;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VarLongCoder;
import org.apache.beam.sdk.io.kafka.ProducerRecordCoder;
import org.apache.beam.sdk.state.BagState;
import org.apache.beam.sdk.state.StateSpec;
import org.apache.beam.sdk.state.StateSpecs;
import org.apache.beam.sdk.state.TimeDomain;
import org.apache.beam.sdk.state.Timer;
import org.apache.beam.sdk.state.TimerSpec;
import org.apache.beam.sdk.state.TimerSpecs;
import org.apache.beam.sdk.state.ValueState;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.windowing.BoundedWindow;
import org.apache.beam.sdk.values.KV;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.joda.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Numbers the records of each shard, keeps them in state until a complete checkpoint has them, and
 * then writes them. A number and its record are in the same checkpoint. So after a restart a number
 * belongs to the same record, and what was numbered after the checkpoint was never written.
 *
 * <p>The step itself asks which checkpoint is complete. Beam's {@code @RequiresStableInput} would
 * do so too, but after a restart on Flink it also hands over records that no checkpoint has yet.
 */
final class OnceFn extends DoFn<KV<Integer, ProducerRecord<byte[], byte[]>>, Void> {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(OnceFn.class);
  private static final Duration A_WHILE = Duration.millis(50);
  private static final String NUMBERED = "numbered";
  private static final String WAITING = "waiting";
  private static final String WRITE = "write";

  @StateId(NUMBERED)
  private final StateSpec<ValueState<String>> numberedSpec = StateSpecs.value(StringUtf8Coder.of());

  @StateId(WAITING)
  private final StateSpec<BagState<KV<Long, ProducerRecord<byte[], byte[]>>>> waitingSpec =
      StateSpecs.bag(
          KvCoder.of(
              VarLongCoder.of(), ProducerRecordCoder.of(ByteArrayCoder.of(), ByteArrayCoder.of())));

  @TimerId(WRITE)
  private final TimerSpec writeSpec = TimerSpecs.timer(TimeDomain.PROCESSING_TIME);

  private final TransactionSettings settings;
  private final Transactions transactions;
  private transient Map<Integer, Shard> shards = new HashMap<>();

  /** The operator's: one for as long as the step lives, though Beam gives it only with records. */
  private transient @Nullable BundleFinalizer checkpoints;

  OnceFn(TransactionSettings settings, Transactions transactions) {
    this.settings = settings;
    this.transactions = transactions;
  }

  @Setup
  public void setUp() {
    shards = new HashMap<>();
  }

  @ProcessElement
  public void take(
      @Element KV<Integer, ProducerRecord<byte[], byte[]>> element,
      @StateId(NUMBERED) ValueState<String> numbered,
      @StateId(WAITING) BagState<KV<Long, ProducerRecord<byte[], byte[]>>> waiting,
      @TimerId(WRITE) Timer timer,
      BundleFinalizer finalizer) {
    checkpoints = finalizer;
    Shard shard = shard(element.getKey(), numbered, waiting);
    waiting.add(KV.of(shard.number(), element.getValue()));
    numbered.write(shard.numbered().text());
    tellWhenSafe(shard);
    lookLater(shard, timer);
  }

  @OnTimer(WRITE)
  public void write(
      @Key Integer key,
      @StateId(NUMBERED) ValueState<String> numbered,
      @StateId(WAITING) BagState<KV<Long, ProducerRecord<byte[], byte[]>>> waiting,
      @TimerId(WRITE) Timer timer) {
    Shard shard = shard(key, numbered, waiting);
    shard.look();
    if (shard.hasDue()) {
      List<KV<Long, ProducerRecord<byte[], byte[]>>> due = new ArrayList<>();
      List<KV<Long, ProducerRecord<byte[], byte[]>>> rest = new ArrayList<>();
      waiting.read().forEach(each -> (shard.isSafeNow(each) ? due : rest).add(each));
      shard.write(due);
      waiting.clear();
      rest.forEach(waiting::add);
    }
    // The checkpoint that was to tell may have been given up, and nothing more come.
    tellWhenSafe(shard);
    lookLater(shard, timer);
  }

  /** A checkpoint that starts later holds everything that has a number by now. */
  private void tellWhenSafe(Shard shard) {
    long last = shard.numbered().last();
    if (checkpoints != null && shard.hasWaiting()) {
      checkpoints.afterBundleCommit(BoundedWindow.TIMESTAMP_MAX_VALUE, () -> shard.isSafe(last));
    }
  }

  private static void lookLater(Shard shard, Timer timer) {
    if (shard.lookLater()) {
      timer.offset(A_WHILE).setRelative();
    }
  }

  private Shard shard(
      int key,
      ValueState<String> numbered,
      BagState<KV<Long, ProducerRecord<byte[], byte[]>>> waiting) {
    Shard known = shards.get(key);
    if (known != null) {
      return known;
    }
    ShardWriter writer = ShardWriter.open(settings, key, transactions);
    String text = numbered.read();
    Mark mark = text == null ? Mark.ofNewRun() : Mark.parse(text);
    if (mark.isOfSameRun(writer.written()) && mark.last() < writer.written().last()) {
      // Somebody went back to an older checkpoint than the last: what waits is written, and to what
      // is still to come numbers were given before, in another order perhaps.
      LOG.warn(
          "{} had written up to {} and starts again at {}",
          settings.id(key),
          writer.written(),
          mark.last());
      mark = new Mark(Mark.ofNewRun().run(), mark.last());
      waiting.clear();
      numbered.write(mark.text());
    }
    Shard shard = new Shard(writer, mark);
    shards.put(key, shard);
    return shard;
  }

  @Teardown
  public void tearDown() {
    shards.values().forEach(Shard::close);
  }
}
