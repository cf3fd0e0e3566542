package weir.topics;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import weir.failure.UnavailableException;

/**
 * Looks whether a topic can hold notices, before anything is read from it or written to it. A
 * problem is an {@link UnavailableException} with one sentence.
 */
public final class ControlTopicLookup {
  private static final int MOMENT_MILLIS = 20;
  private static final String BROKERS_CLOCK = "LogAppendTime";
  private static final String SENDERS_CLOCK = "CreateTime";
  private static final String FOR_EVER = "-1";

  private final Cluster cluster;

  /**
   * @param client what all clients of the cluster need
   */
  public ControlTopicLookup(Map<String, Object> client) {
    cluster = new Cluster(client);
  }

  /**
   * Looks whether a topic can hold notices, and makes it if it is not there.
   *
   * @param live whether its times must be the broker's clock
   * @return whether it was made
   */
  public boolean ensure(String topic, boolean live) {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    try (Admin admin = cluster.admin()) {
      boolean made = make(admin, topic, live);
      TopicDescription description =
          cluster.answer(admin.describeTopics(List.of(topic)).topicNameValues(), topic, topic);
      Config settings =
          cluster.answer(admin.describeConfigs(List.of(resource)).values(), resource, topic);
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
  public void require(String topic) {
    try (Admin admin = cluster.admin()) {
      checkPartitions(
          cluster.answer(admin.describeTopics(List.of(topic)).topicNameValues(), topic, topic));
    } catch (UnavailableException failed) {
      if (failed.getCause() != null
          && Cluster.root(failed) instanceof UnknownTopicOrPartitionException) {
        throw new UnavailableException(
            "Kafka at "
                + cluster.servers()
                + " has no control topic '"
                + topic
                + "': a job makes it when it starts, and so does ./weir broker; or name another one"
                + " with --controlTopic",
            failed);
      }
      throw failed;
    }
  }

  /** What a control topic must be: one partition that is never purged. */
  private static NewTopic controlTopic(String topic, boolean live) {
    Map<String, String> settings = new HashMap<>();
    settings.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);
    settings.put(TopicConfig.RETENTION_MS_CONFIG, FOR_EVER);
    settings.put(TopicConfig.RETENTION_BYTES_CONFIG, FOR_EVER);
    settings.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, live ? BROKERS_CLOCK : SENDERS_CLOCK);
    return new NewTopic(topic, Optional.of(1), Optional.empty()).configs(settings);
  }

  private static void checkPartitions(TopicDescription description) {
    if (description.partitions().size() != 1) {
      throw wrong(description.name(), description.partitions().size() + " partitions, expected 1");
    }
  }

  private boolean make(Admin admin, String topic, boolean live) {
    try {
      admin
          .createTopics(List.of(controlTopic(topic, live)))
          .all()
          .get(Cluster.PATIENCE_SECONDS, TimeUnit.SECONDS);
      awaitVisible(admin, topic);
      return true;
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof TopicExistsException) {
        awaitVisible(admin, topic);
      }
      // It is there, or may not be made: then it is either there all the same, or that is said
      // next.
      return false;
    } catch (TimeoutException failed) {
      throw cluster.nobody(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw cluster.unusable(stopped);
    }
  }

  /** The controller has a new topic a moment before the brokers tell of it. */
  private void awaitVisible(Admin admin, String topic) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(Cluster.PATIENCE_SECONDS);
    try {
      while (!admin
              .listTopics()
              .names()
              .get(Cluster.PATIENCE_SECONDS, TimeUnit.SECONDS)
              .contains(topic)
          && System.nanoTime() < end) {
        TimeUnit.MILLISECONDS.sleep(MOMENT_MILLIS);
      }
    } catch (ExecutionException failed) {
      throw cluster.unusable(Cluster.root(failed));
    } catch (TimeoutException failed) {
      throw cluster.nobody(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw cluster.unusable(stopped);
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
}
