package weir.exactly;

import java.util.Arrays;
import org.apache.beam.sdk.coders.KvCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.transforms.WithKeys;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PDone;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Writes each record once, in Kafka's transactions, when it is in a complete checkpoint. Records of
 * one key are written in the order in which they come. For Flink with checkpoints: other engines do
 * not tell a step when one is complete, or make several of a step for one shard.
 */
final class WriteOnce extends PTransform<PCollection<ProducerRecord<byte[], byte[]>>, PDone> {
  private static final long serialVersionUID = 1L;

  /** Each has a producer of its own: enough to share a busy sink out, and few to begin with. */
  private static final int SHARDS = 4;

  private final TransactionSettings settings;

  WriteOnce(TransactionSettings settings) {
    this.settings = settings;
  }

  @Override
  public PDone expand(PCollection<ProducerRecord<byte[], byte[]>> records) {
    records
        .apply("By shard", WithKeys.of(WriteOnce::shard).withKeyType(TypeDescriptors.integers()))
        .setCoder(KvCoder.of(VarIntCoder.of(), records.getCoder()))
        .apply("Once", ParDo.of(new OnceFn(settings, new KafkaTransactions(settings))));
    return PDone.in(records.getPipeline());
  }

  private static int shard(ProducerRecord<byte[], byte[]> record) {
    return Math.floorMod(Arrays.hashCode(record.key()), SHARDS);
  }
}
