package weir.topics;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import weir.failure.UnavailableException;

/** A cluster that is asked about its topics. A problem is one sentence for people. */
final class Cluster {
  static final int PATIENCE_SECONDS = 15;

  private final Map<String, Object> config;
  private final String servers;

  /**
   * @param client what all clients of the cluster need
   */
  Cluster(Map<String, Object> client) {
    config = new HashMap<>(client);
    config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_SECONDS * 1000 / 3);
    config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_SECONDS * 1000 / 3 * 2);
    servers = String.valueOf(client.get(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG));
  }

  /** Where it is, for messages. */
  String servers() {
    return servers;
  }

  Admin admin() {
    try {
      return Admin.create(config);
    } catch (KafkaException failed) {
      throw unusable(root(failed));
    }
  }

  <K, V> V answer(Map<K, KafkaFuture<V>> answers, K asked, String topic) {
    try {
      return Objects.requireNonNull(answers.get(asked)).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof TopicAuthorizationException refused) {
        throw Refusal.ofTopic(servers, "see", topic, refused);
      }
      Optional<UnavailableException> refused = Refusal.of(servers, failed);
      if (refused.isPresent()) {
        throw refused.get();
      }
      Throwable reason = root(failed);
      if (reason instanceof UnknownTopicOrPartitionException) {
        throw new UnavailableException(
            "Kafka at "
                + servers
                + " has no topic '"
                + topic
                + "': create it with kafka-topics.sh --create, or name another topic",
            failed);
      }
      if (reason instanceof org.apache.kafka.common.errors.TimeoutException) {
        throw nobody(failed);
      }
      throw unusable(reason);
    } catch (TimeoutException failed) {
      throw nobody(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw unusable(stopped);
    }
  }

  UnavailableException nobody(Throwable cause) {
    return UnavailableException.noBroker(servers, "start one, or check --bootstrapServers", cause);
  }

  UnavailableException unusable(Throwable reason) {
    return Refusal.of(servers, reason).orElseGet(() -> other(reason));
  }

  private UnavailableException other(Throwable reason) {
    return new UnavailableException(
        "Kafka at " + servers + " cannot be used: " + reason.getMessage(), reason);
  }

  static Throwable root(Throwable failed) {
    Throwable root = failed;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }
}
