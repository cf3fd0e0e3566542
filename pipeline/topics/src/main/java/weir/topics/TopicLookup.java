package weir.topics;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.AuthorizationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import weir.failure.UnavailableException;

/**
 * Asks a cluster about its topics before the pipeline is built. A problem is an {@link
 * UnavailableException} with one sentence.
 */
public final class TopicLookup {
  private static final Logger LOG = LoggerFactory.getLogger(TopicLookup.class);
  private static final String BROKERS_CLOCK = "LogAppendTime";

  private final Cluster cluster;

  /**
   * @param client what all clients of the cluster need
   */
  public TopicLookup(Map<String, Object> client) {
    cluster = new Cluster(client);
  }

  /** The topic that is to be read. */
  public InputTopic input(String topic) {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    try (Admin admin = cluster.admin()) {
      TopicDescription description =
          cluster.answer(admin.describeTopics(List.of(topic)).topicNameValues(), topic, topic);
      Config settings =
          cluster.answer(admin.describeConfigs(List.of(resource)).values(), resource, topic);
      ConfigEntry timestamps = settings.get(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG);
      return new InputTopic(
          description.partitions().stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList(),
          timestamps != null && BROKERS_CLOCK.equals(timestamps.value()));
    }
  }

  /** Checks that this user may read a topic that is there: otherwise a reader waits for ever. */
  public void mayRead(String topic) {
    may(AclOperation.READ, "read", topic);
  }

  /** Checks that this user may write a topic that is there. */
  public void mayWrite(String topic) {
    may(AclOperation.WRITE, "write", topic);
  }

  private void may(AclOperation operation, String right, String topic) {
    try (Admin admin = cluster.admin()) {
      DescribeTopicsOptions withRights =
          new DescribeTopicsOptions().includeAuthorizedOperations(true);
      TopicDescription found =
          cluster.answer(
              admin.describeTopics(List.of(topic), withRights).topicNameValues(), topic, topic);
      // Brokers before Kafka 2.3 do not tell.
      if (found.authorizedOperations() != null
          && !found.authorizedOperations().contains(operation)) {
        throw Refusal.ofTopic(cluster.servers(), right, topic, null);
      }
    }
  }

  /**
   * Checks that an output topic exists and takes records of this size. Otherwise records would wait
   * for a missing topic, or a refused record would end the job, again at every restart.
   */
  public void require(String topic, int largestBytes) {
    try (Admin admin = cluster.admin()) {
      mayWrite(topic);
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

  /** The topic's own limit, or that of the brokers if it has none. */
  private long largestTaken(Admin admin, String topic) {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    try {
      Config settings =
          cluster.answer(admin.describeConfigs(List.of(resource)).values(), resource, topic);
      return Long.parseLong(settings.get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG).value());
    } catch (UnavailableException failed) {
      if (failed.getCause() instanceof AuthorizationException) {
        LOG.warn("Not allowed to look up whether topic '{}' takes large records", topic);
        return Long.MAX_VALUE;
      }
      throw failed;
    }
  }
}
