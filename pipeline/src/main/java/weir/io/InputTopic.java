package weir.io;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * What must be known of the input topic before the pipeline is built.
 *
 * @param live whether log times are the broker's clock
 */
public record InputTopic(List<TopicPartition> partitions, boolean live) {
  private static final int PATIENCE_SECONDS = 15;

  /** Asks the cluster; throws {@link UnreachableKafkaException} with one sentence if it cannot. */
  public static InputTopic lookUp(String topic, Map<String, Object> client) {
    Map<String, Object> config = new HashMap<>(client);
    config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_SECONDS * 1000 / 3);
    config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_SECONDS * 1000 / 3 * 2);
    String servers = String.valueOf(client.get(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG));
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    try (Admin admin = Admin.create(config)) {
      TopicDescription description =
          answer(admin.describeTopics(List.of(topic)).allTopicNames(), topic);
      ConfigEntry timestamps =
          answer(admin.describeConfigs(List.of(resource)).all(), resource)
              .get(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG);
      return new InputTopic(
          description.partitions().stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList(),
          timestamps != null && "LogAppendTime".equals(timestamps.value()));
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof UnknownTopicOrPartitionException) {
        throw new UnreachableKafkaException(
            "Kafka at " + servers + " has no topic '" + topic + "'", failed);
      }
      throw unreachable(servers, failed.getCause() == null ? failed : failed.getCause());
    } catch (TimeoutException | KafkaException failed) {
      throw unreachable(servers, failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw unreachable(servers, stopped);
    }
  }

  private static <K, V> V answer(KafkaFuture<Map<K, V>> future, K asked)
      throws ExecutionException, InterruptedException, TimeoutException {
    return Objects.requireNonNull(future.get(PATIENCE_SECONDS, TimeUnit.SECONDS).get(asked));
  }

  private static UnreachableKafkaException unreachable(String servers, Throwable cause) {
    Throwable root = cause;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return new UnreachableKafkaException(
        "cannot use Kafka at " + servers + ": " + root.getMessage(), cause);
  }
}
