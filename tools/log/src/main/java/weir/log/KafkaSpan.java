package weir.log;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * Where partitions are read.
 *
 * @param begins the first offset of each
 * @param ends the first one after the records that are read
 * @param records about how many there are in between
 */
record KafkaSpan(Map<TopicPartition, Long> begins, Map<TopicPartition, Long> ends, long records) {
  KafkaSpan {
    begins = Map.copyOf(begins);
    ends = Map.copyOf(ends);
  }

  long end(TopicPartition of) {
    return ends.getOrDefault(of, 0L);
  }
}
