package weir.exactly;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import weir.patience.Patience;

/**
 * A sink's place in Kafka.
 *
 * @param name tells the sink from all others of a cluster, and is the same after a restart
 * @param topic one that may be read: Kafka keeps how far a writer is as an offset in it
 * @param client properties of producers and other clients
 */
record TransactionSettings(String name, String topic, Map<String, Object> client, Patience patience)
    implements Serializable {

  TransactionSettings {
    client = Map.copyOf(client);
  }

  /** The name of a shard's transactions, and of the group whose offset says how far it is. */
  String id(int shard) {
    return name + "-" + shard;
  }

  TopicPartition place() {
    return new TopicPartition(topic, 0);
  }

  Map<String, Object> forProducer(int shard) {
    Map<String, Object> config = new HashMap<>(client);
    config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, id(shard));
    return config;
  }

  /** What is to be thrown where this was: the sentence for the end of the patience if it is one. */
  RuntimeException told(RuntimeException failed) {
    for (Throwable each = failed; each != null; each = each.getCause()) {
      if (each instanceof TimeoutException) {
        return patience.over(failed);
      }
    }
    return failed;
  }
}
