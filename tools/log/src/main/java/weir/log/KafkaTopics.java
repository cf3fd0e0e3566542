package weir.log;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import weir.failure.UnavailableException;
import weir.files.Suggestion;

/** What topics of a cluster have. */
record KafkaTopics(String servers, Consumer<byte[], byte[]> consumer) {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  List<TopicPartition> partitions(String topic) {
    Map<String, List<PartitionInfo>> topics = consumer.listTopics(PATIENCE);
    List<PartitionInfo> found = topics.get(topic);
    if (found == null) {
      throw new UnavailableException(
          "Kafka at "
              + servers
              + " has no topic '"
              + topic
              + "'"
              + Suggestion.after(topic, topics.keySet()));
    }
    return found.stream()
        .map(info -> new TopicPartition(topic, info.partition()))
        .sorted(Comparator.comparingInt(TopicPartition::partition))
        .toList();
  }

  /** The topic of labels that belongs to a topic of transactions; null if there is none. */
  @Nullable String labelsOf(String topic) {
    String labels = Kind.labelsOf(topic);
    return consumer.listTopics(PATIENCE).containsKey(labels) ? labels : null;
  }

  KafkaSpan span(Collection<TopicPartition> partitions, Span span) {
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, PATIENCE);
    Map<TopicPartition, Long> begins =
        new HashMap<>(consumer.beginningOffsets(partitions, PATIENCE));
    if (span.hasBegin()) {
      offsets(partitions, span.from(), ends)
          .forEach((of, offset) -> begins.merge(of, offset, Math::max));
    }
    // Where log times fall, what belongs to the span may stand behind this.
    Map<TopicPartition, Long> last = span.hasEnd() ? offsets(partitions, span.to(), ends) : ends;
    long records = 0;
    for (TopicPartition each : partitions) {
      records += Math.max(0, last.getOrDefault(each, 0L) - begins.getOrDefault(each, 0L));
    }
    return new KafkaSpan(begins, ends, records);
  }

  /** The first offset of each with a log time or a later one. */
  private Map<TopicPartition, Long> offsets(
      Collection<TopicPartition> partitions, long time, Map<TopicPartition, Long> ends) {
    Map<TopicPartition, OffsetAndTimestamp> found =
        consumer.offsetsForTimes(
            partitions.stream().collect(Collectors.toMap(of -> of, of -> Math.max(0, time))),
            PATIENCE);
    Map<TopicPartition, Long> offsets = new HashMap<>();
    for (TopicPartition each : partitions) {
      OffsetAndTimestamp first = found.get(each);
      offsets.put(each, first == null ? ends.getOrDefault(each, 0L) : first.offset());
    }
    return offsets;
  }
}
