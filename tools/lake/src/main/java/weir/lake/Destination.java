package weir.lake;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;
import weir.failure.UnavailableException;

/**
 * A topic that takes a replayed log.
 *
 * @param client what clients of its cluster are made with
 */
record Destination(Map<String, Object> client, String topic) {

  private static final String ANY_TIME = Long.toString(Long.MAX_VALUE);

  /** What a topic of Kafka takes that nobody gave a limit. */
  private static final int USUAL_LIMIT = 1_048_588;

  /**
   * Makes sure that what is sent will stand there as it stood: same places, same times.
   *
   * @param largest how many bytes a record may have
   */
  void prepare(int partitions, int largest) {
    Map<String, Object> config = new HashMap<>(client);
    config.putIfAbsent("request.timeout.ms", 5000);
    config.putIfAbsent("default.api.timeout.ms", 10_000);
    try (Admin admin = Admin.create(config)) {
      TopicDescription description = describe(admin);
      if (description == null) {
        create(admin, partitions, largest);
      } else {
        check(admin, description, partitions, largest);
      }
    } catch (ExecutionException | KafkaException failed) {
      Throwable cause = failed.getCause() == null ? failed : failed.getCause();
      // Kafka's own words tell of nodes and calls.
      if (cause instanceof TimeoutException) {
        throw UnavailableException.noBroker(client.get("bootstrap.servers"), failed);
      }
      throw new UnavailableException(
          "cannot use Kafka at " + client.get("bootstrap.servers") + ": " + cause.getMessage(),
          failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new UnavailableException("stopped", stopped);
    }
  }

  private @Nullable TopicDescription describe(Admin admin)
      throws ExecutionException, InterruptedException {
    try {
      return admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof UnknownTopicOrPartitionException) {
        return null;
      }
      throw failed;
    }
  }

  private void create(Admin admin, int partitions, int largest)
      throws ExecutionException, InterruptedException {
    Map<String, String> config =
        Map.of(
            TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG,
            "CreateTime",
            TopicConfig.MESSAGE_TIMESTAMP_BEFORE_MAX_MS_CONFIG,
            ANY_TIME,
            TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG,
            ANY_TIME,
            // Old times are not stale here.
            TopicConfig.RETENTION_MS_CONFIG,
            "-1",
            TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
            Integer.toString(Math.max(USUAL_LIMIT, largest)));
    NewTopic wanted = new NewTopic(topic, Optional.of(partitions), Optional.empty());
    admin.createTopics(List.of(wanted.configs(config))).all().get();
  }

  private void check(Admin admin, TopicDescription description, int partitions, int largest)
      throws ExecutionException, InterruptedException {
    int found = description.partitions().size();
    if (found < partitions) {
      throw new UnavailableException(
          "topic '" + topic + "' has " + found + " partitions, the log had " + partitions);
    }
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    Config settings =
        Objects.requireNonNull(admin.describeConfigs(List.of(resource)).all().get().get(resource));
    if (!settings.get(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG).value().equals("CreateTime")) {
      throw new UnavailableException(
          "topic '" + topic + "' takes the broker's time, a replay needs CreateTime");
    }
    int taken = Integer.parseInt(settings.get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG).value());
    if (taken < largest) {
      throw new UnavailableException(
          String.format(
              Locale.ROOT,
              "topic '%s' takes records of at most %,d bytes, the largest of the lake may need"
                  + " %,d: raise its max.message.bytes, or name a new topic",
              topic,
              taken,
              largest));
    }
    Map<TopicPartition, OffsetSpec> ends =
        description.partitions().stream()
            .collect(
                Collectors.toMap(
                    info -> new TopicPartition(topic, info.partition()),
                    info -> OffsetSpec.latest()));
    if (admin.listOffsets(ends).all().get().values().stream().anyMatch(end -> end.offset() > 0)) {
      throw new UnavailableException(
          "topic '" + topic + "' is not empty, a replay needs a new one");
    }
  }
}
