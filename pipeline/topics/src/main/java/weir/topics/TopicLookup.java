package weir.topics;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import weir.failure.UnavailableException;

/**
 * Asks a cluster about its topics before the pipeline is built. A problem is an {@link
 * UnavailableException} with one sentence.
 */
public final class TopicLookup {
  private static final Logger LOG = LoggerFactory.getLogger(TopicLookup.class);
  private static final int PATIENCE_SECONDS = 15;
  private static final String BROKERS_CLOCK = "LogAppendTime";
  private static final String SENDERS_CLOCK = "CreateTime";
  private static final String FOR_EVER = "-1";

  private final Map<String, Object> config;
  private final String servers;

  /**
   * @param client what all clients of the cluster need
   */
  public TopicLookup(Map<String, Object> client) {
    config = new HashMap<>(client);
    config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_SECONDS * 1000 / 3);
    config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_SECONDS * 1000 / 3 * 2);
    servers = String.valueOf(client.get(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG));
  }

  /** The topic that is to be read. */
  public InputTopic input(String topic) {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    try (Admin admin = admin()) {
      TopicDescription description =
          answer(admin.describeTopics(List.of(topic)).topicNameValues(), topic, topic);
      Config settings = answer(admin.describeConfigs(List.of(resource)).values(), resource, topic);
      ConfigEntry timestamps = settings.get(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG);
      return new InputTopic(
          description.partitions().stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList(),
          timestamps != null && BROKERS_CLOCK.equals(timestamps.value()));
    }
  }

  /**
   * Checks that an output topic exists and takes records of this size. Otherwise records would wait
   * for a missing topic, or a refused record would end the job, again at every restart.
   */
  public void require(String topic, int largestBytes) {
    try (Admin admin = admin()) {
      answer(admin.describeTopics(List.of(topic)).topicNameValues(), topic, topic);
      long taken = largestTaken(admin, topic);
      if (taken < largestBytes) {
        throw new UnavailableException(
            String.format(
                Locale.ROOT,
                "topic '%s' takes records of at most %,d bytes, Weir may have to write %,d:"
                    + " raise its max.message.bytes to %d or more",
                topic,
                taken,
                largestBytes,
                largestBytes));
      }
    }
  }

  /**
   * Looks whether a topic can hold notices, and makes it if it is not there.
   *
   * @param live whether its times must be the broker's clock
   * @return whether it was made
   */
  public boolean control(String topic, boolean live) {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    try (Admin admin = admin()) {
      boolean made = make(admin, topic, live);
      TopicDescription description =
          answer(admin.describeTopics(List.of(topic)).topicNameValues(), topic, topic);
      Config settings = answer(admin.describeConfigs(List.of(resource)).values(), resource, topic);
      checkPartitions(description);
      check(settings, topic, TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);
      check(settings, topic, TopicConfig.RETENTION_MS_CONFIG, FOR_EVER);
      check(settings, topic, TopicConfig.RETENTION_BYTES_CONFIG, FOR_EVER);
      if (live) {
        check(settings, topic, TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, BROKERS_CLOCK);
      }
      return made;
    }
  }

  /** Looks whether a control topic is there; its settings are a matter for jobs. */
  public void requireControl(String topic) {
    try (Admin admin = admin()) {
      checkPartitions(answer(admin.describeTopics(List.of(topic)).topicNameValues(), topic, topic));
    } catch (UnavailableException failed) {
      if (failed.getCause() != null && root(failed) instanceof UnknownTopicOrPartitionException) {
        throw new UnavailableException(
            "Kafka at "
                + servers
                + " has no control topic '"
                + topic
                + "': a job makes it when it starts, and so does ./weir broker; or name another one"
                + " with --controlTopic",
            failed);
      }
      throw failed;
    }
  }

  private static void checkPartitions(TopicDescription description) {
    if (description.partitions().size() != 1) {
      throw wrong(description.name(), description.partitions().size() + " partitions, expected 1");
    }
  }

  /** What a control topic must be: one partition that is never purged. */
  public static NewTopic controlTopic(String topic, boolean live) {
    Map<String, String> settings = new HashMap<>();
    settings.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);
    settings.put(TopicConfig.RETENTION_MS_CONFIG, FOR_EVER);
    settings.put(TopicConfig.RETENTION_BYTES_CONFIG, FOR_EVER);
    settings.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, live ? BROKERS_CLOCK : SENDERS_CLOCK);
    return new NewTopic(topic, Optional.of(1), Optional.empty()).configs(settings);
  }

  private boolean make(Admin admin, String topic, boolean live) {
    try {
      admin
          .createTopics(List.of(controlTopic(topic, live)))
          .all()
          .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return true;
    } catch (ExecutionException failed) {
      // It is there, or may not be made: then it is either there all the same, or that is said
      // next.
      return false;
    } catch (TimeoutException failed) {
      throw nobody(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw unusable(stopped);
    }
  }

  private static void check(Config settings, String topic, String name, String expected) {
    ConfigEntry found = settings.get(name);
    if (found != null && !expected.equals(found.value())) {
      throw wrong(topic, name + "=" + found.value() + ", expected " + expected);
    }
  }

  private static UnavailableException wrong(String topic, String what) {
    return new UnavailableException(
        "the control topic '"
            + topic
            + "' has "
            + what
            + ": change it, or name another one with --controlTopic");
  }

  /** The topic's own limit, or that of the brokers if it has none. */
  private long largestTaken(Admin admin, String topic) {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    try {
      Config settings = answer(admin.describeConfigs(List.of(resource)).values(), resource, topic);
      return Long.parseLong(settings.get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG).value());
    } catch (UnavailableException failed) {
      if (failed.getCause() instanceof AuthorizationException) {
        LOG.warn("Not allowed to look up whether topic '{}' takes large records", topic);
        return Long.MAX_VALUE;
      }
      throw failed;
    }
  }

  private Admin admin() {
    try {
      return Admin.create(config);
    } catch (KafkaException failed) {
      throw unusable(root(failed));
    }
  }

  private <K, V> V answer(Map<K, KafkaFuture<V>> answers, K asked, String topic) {
    try {
      return Objects.requireNonNull(answers.get(asked)).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException failed) {
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

  private UnavailableException nobody(Throwable cause) {
    return UnavailableException.noBroker(servers, "start one, or check --bootstrapServers", cause);
  }

  private UnavailableException unusable(Throwable reason) {
    return new UnavailableException(
        "Kafka at " + servers + " cannot be used: " + reason.getMessage(), reason);
  }

  private static Throwable root(Throwable failed) {
    Throwable root = failed;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }
}
