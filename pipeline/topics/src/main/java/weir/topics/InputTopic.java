package weir.topics;

import java.util.List;
import org.apache.kafka.common.TopicPartition;

/**
 * What must be known of the input topic before the pipeline is built.
 *
 * @param live whether log times are the broker's clock
 */
public record InputTopic(List<TopicPartition> partitions, boolean live) {}
