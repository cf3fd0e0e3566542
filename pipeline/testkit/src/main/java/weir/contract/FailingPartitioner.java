package weir.contract;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.Partitioner;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.utils.Utils;

/**
 * Chooses partitions as Kafka does, but now and then fails in the middle of writing, when only some
 * of the records that belong together are written. A job loads it through its Kafka properties.
 */
public final class FailingPartitioner implements Partitioner {
  static final String MESSAGE = "failed for the sake of the contract";

  private static final int EVERY = 4000;
  private static final int FAILURES = 4;

  /**
   * Counts over all producers of a job: after a restart Flink creates new ones in the same process.
   */
  private static final AtomicInteger RECORDS = new AtomicInteger();

  @Override
  public int partition(
      String topic, Object key, byte[] keyBytes, Object value, byte[] bytes, Cluster cluster) {
    int record = RECORDS.incrementAndGet();
    if (record % EVERY == 0 && record <= EVERY * FAILURES) {
      throw new IllegalStateException(MESSAGE);
    }
    return Utils.toPositive(Utils.murmur2(keyBytes)) % cluster.partitionCountForTopic(topic);
  }

  @Override
  public void configure(Map<String, ?> config) {}

  @Override
  public void close() {}
}
