package weir.topics;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.TopicPartition;

/**
 * What must be known of the input topic before the pipeline is built.
 *
 * @param live whether log times are the broker's clock
 */
public record InputTopic(List<TopicPartition> partitions, boolean live) {

  /** This one and another whose log times are by the same clock. */
  public InputTopic and(InputTopic other) {
    List<TopicPartition> all = new ArrayList<>(partitions);
    all.addAll(other.partitions);
    return new InputTopic(all, live);
  }
}
