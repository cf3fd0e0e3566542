package weir.topics;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** Reads only the log times of stretches of the log. */
public final class LogTimes {
  private static final Duration POLL = Duration.ofMillis(200);

  private final Consumer<byte[], byte[]> consumer;
  private final Duration patience;

  /**
   * Reads by a consumer.
   *
   * @param patience how long to wait for a record that is there
   */
  public LogTimes(Consumer<byte[], byte[]> consumer, Duration patience) {
    this.consumer = consumer;
    this.patience = patience;
  }

  /** Those of the last records of a stretch. */
  public PartitionTime last(TopicPartition partition, long from, long to) {
    return read(partition, from, to, /* whole= */ true);
  }

  /** Those of its first records. */
  public PartitionTime first(TopicPartition partition, long from, long to) {
    return read(partition, from, to, /* whole= */ false);
  }

  private PartitionTime read(TopicPartition partition, long from, long to, boolean whole) {
    PartitionTime times = new PartitionTime();
    if (from >= to) {
      return times;
    }
    consumer.assign(List.of(partition));
    consumer.seek(partition, from);
    long end = System.nanoTime() + patience.toNanos();
    while (consumer.position(partition) < to) {
      if (System.nanoTime() - end > 0) {
        throw new TimeoutException("no record of " + partition + " came");
      }
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL).records(partition)) {
        if (record.offset() >= to || (times.isFull() && !whole)) {
          return times;
        }
        times.add(record.timestamp());
      }
      if (times.isFull() && !whole) {
        return times;
      }
    }
    return times;
  }
}
