package weir.kafka.read;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Warns once if a topic gets more partitions while the job runs. Sources are made for the
 * partitions at the start, and restored state knows no others: records in new ones are not judged.
 */
final class UnreadPartitions {
  private static final Logger LOG = LoggerFactory.getLogger(UnreadPartitions.class);
  private static final long EVERY_NANOS = Duration.ofSeconds(10).toNanos();

  /** A consumer answers about its own topics at once. */
  private static final Duration AT_ONCE = Duration.ofMillis(1);

  /** For all readers of this process: some engines make new ones all the time. */
  private static final UnreadPartitions HERE = new UnreadPartitions(LOG::error, System::nanoTime);

  private final java.util.function.Consumer<String> tell;
  private final LongSupplier nanos;
  private final Set<String> told = new HashSet<>();
  private final Map<String, Long> lookedAt = new HashMap<>();

  UnreadPartitions(java.util.function.Consumer<String> tell, LongSupplier nanos) {
    this.tell = tell;
    this.nanos = nanos;
  }

  static UnreadPartitions here() {
    return HERE;
  }

  /**
   * Checks now and then what the consumer knows of its topic.
   *
   * @param read how many partitions the job reads
   */
  synchronized void look(Consumer<?, ?> consumer, int read) {
    consumer.assignment().stream()
        .findFirst()
        .map(TopicPartition::topic)
        .filter(this::isDue)
        .ifPresent(topic -> compare(topic, read, partitions(consumer, topic)));
  }

  private boolean isDue(String topic) {
    long now = nanos.getAsLong();
    Long last = lookedAt.get(topic);
    if (last != null && now - last < EVERY_NANOS) {
      return false;
    }
    lookedAt.put(topic, now);
    return true;
  }

  private void compare(String topic, int read, int there) {
    String sentence =
        String.format(
            "'%s' has %d partitions now, but the job reads only the %d that it had at the start:"
                + " records in the others are not judged. Stop the job and start it again without its"
                + " checkpoints",
            topic, there, read);
    if (there > read && told.add(sentence)) {
      tell.accept(sentence);
    }
  }

  private static int partitions(Consumer<?, ?> consumer, String topic) {
    try {
      List<PartitionInfo> known = consumer.partitionsFor(topic, AT_ONCE);
      return known == null ? 0 : known.size();
    } catch (KafkaException away) {
      // The reader itself reports a missing topic.
      return 0;
    }
  }
}
