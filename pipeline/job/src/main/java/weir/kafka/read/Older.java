package weir.kafka.read;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import weir.sink.KeptRecords;

/**
 * What a run needs and Kafka no longer holds.
 *
 * @param kept the place that still has it
 * @param from the log time from which it is needed
 * @param heldFrom of each partition of which something is missing, the first offset that Kafka held
 *     when the run began
 */
public record Older(KeptRecords kept, long from, Map<TopicPartition, Long> heldFrom)
    implements Serializable {
  public Older {
    heldFrom = new HashMap<>(heldFrom);
  }
}
