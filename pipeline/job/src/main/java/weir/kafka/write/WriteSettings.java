package weir.kafka.write;

import java.io.Serializable;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import weir.kafka.KafkaSettings;

/**
 * How answers are written.
 *
 * @param inputTopic what the job reads, and so may read: Kafka keeps there how far a sink is
 * @param largestRecord how many bytes a record may have that is written
 */
public record WriteSettings(
    KafkaSettings kafka, TopicDelivery delivery, String inputTopic, int largestRecord)
    implements Serializable {

  /** The properties of producers. */
  public Map<String, Object> forProducers() {
    Map<String, Object> config = kafka.forProducers();
    config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, RecordSizes.request(largestRecord));
    return config;
  }
}
