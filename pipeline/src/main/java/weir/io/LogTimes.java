package weir.io;

import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Reads the log times of stretches of the log, for those who only want to know when it was. */
final class LogTimes {
  private static final Duration POLL = Duration.ofMillis(200);

  private final Consumer<byte[], byte[]> consumer;

  LogTimes(Consumer<byte[], byte[]> consumer) {
    this.consumer = consumer;
  }

  /** Those of the last records of a stretch. */
  PartitionTime last(TopicPartition partition, long from, long to) {
    return read(partition, from, to, /* whole= */ true);
  }

  /** Those of its first records. */
  PartitionTime first(TopicPartition partition, long from, long to) {
    return read(partition, from, to, /* whole= */ false);
  }

  private PartitionTime read(TopicPartition partition, long from, long to, boolean whole) {
    PartitionTime times = new PartitionTime();
    if (from >= to) {
      return times;
    }
    consumer.assign(List.of(partition));
    consumer.seek(partition, from);
    while (consumer.position(partition) < to) {
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
