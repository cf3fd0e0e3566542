package weir.exactly;

import java.io.Serializable;
import org.apache.kafka.clients.producer.Producer;

/** Kafka as the writers of a sink's shards see it. */
interface Transactions extends Serializable {
  /** A producer with the shard's name, which has ended no other yet. */
  Producer<byte[], byte[]> producer(int shard);

  /** The last record of a shard that is committed. */
  Mark written(int shard);
}
