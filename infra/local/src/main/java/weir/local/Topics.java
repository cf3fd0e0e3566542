package weir.local;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;
import weir.failure.UnavailableException;

/**
 * Weir's topics, as its answers need them.
 *
 * @param live whether the broker's clock gives the log times; if not, the writer does, as a
 *     simulation or a replay must
 */
public record Topics(
    String transactions, String alerts, String deadLetters, int partitions, boolean live) {
  private static final int PATIENCE_SECONDS = 15;
  private static final String FOR_EVER = "-1";
  private static final String ANY_TIME = Long.toString(Long.MAX_VALUE);

  private static final Map<String, String> BROKERS_CLOCK =
      Map.of(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");

  /** Simulated times may be far from the broker's clock, and old ones are not stale. */
  private static final Map<String, String> WRITERS_CLOCK =
      Map.of(
          TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG,
          "CreateTime",
          TopicConfig.MESSAGE_TIMESTAMP_BEFORE_MAX_MS_CONFIG,
          ANY_TIME,
          TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG,
          ANY_TIME,
          TopicConfig.RETENTION_MS_CONFIG,
          FOR_EVER);

  /** The topics by their usual names. */
  public static Topics usual(int partitions, boolean live) {
    return new Topics("transactions", "fraud-alerts", "transactions.dead-letter", partitions, live);
  }

  /** Where the alerts of rules on trial go. */
  public String shadows() {
    return alerts + ".shadow";
  }

  /** Creates those that are missing; one that is there stays as it is. */
  public void create(String bootstrapServers) {
    create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
  }

  /** Creates those that are missing, with any settings that an admin client needs. */
  public void create(Map<String, Object> client) {
    create(
        client,
        List.of(
            transactionsTopic(), alertsTopic(alerts), alertsTopic(shadows()), deadLettersTopic()));
  }

  /**
   * Creates a topic that no answer depends on, if it is missing: the broker knows how. Only what is
   * stale it cannot know, because simulated times may be old.
   */
  public static void createOther(Map<String, Object> client, String name) {
    create(
        client,
        List.of(
            new NewTopic(name, Optional.empty(), Optional.empty())
                .configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, FOR_EVER))));
  }

  /** Creates the topic of the rules by which the transactions are judged, if it is missing. */
  public void createControl(Map<String, Object> client) {
    Map<String, String> config = new HashMap<>(live ? BROKERS_CLOCK : WRITERS_CLOCK);
    config.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);
    config.put(TopicConfig.RETENTION_MS_CONFIG, FOR_EVER);
    config.put(TopicConfig.RETENTION_BYTES_CONFIG, FOR_EVER);
    create(
        client,
        List.of(
            new NewTopic(transactions + ".control", Optional.of(1), Optional.empty())
                .configs(config)));
  }

  private static void create(Map<String, Object> client, List<NewTopic> topics) {
    Map<String, Object> config = new HashMap<>(client);
    if (!client.containsKey(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG)) {
      // Kafka wants the whole call to be given no less time than each of its requests.
      config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 5000);
      config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
    }
    try (Admin admin = Admin.create(config)) {
      for (NewTopic topic : topics) {
        create(admin, topic);
      }
      awaitVisible(admin, topics.stream().map(NewTopic::name).collect(Collectors.toSet()));
    } catch (ExecutionException | TimeoutException | KafkaException failed) {
      throw unavailable(client.get(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG), failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new UnavailableException("stopped while creating topics", stopped);
    }
  }

  private static UnavailableException unavailable(@Nullable Object servers, Exception failed) {
    Throwable cause = failed.getCause() == null ? failed : failed.getCause();
    // Kafka's own messages are about nodes and calls.
    return cause.getMessage() == null
            || cause instanceof org.apache.kafka.common.errors.TimeoutException
        ? UnavailableException.noBroker(servers, failed)
        : new UnavailableException(
            "cannot create topics at " + servers + ": " + cause.getMessage(), failed);
  }

  private static void create(Admin admin, NewTopic topic)
      throws ExecutionException, InterruptedException, TimeoutException {
    try {
      admin.createTopics(List.of(topic)).all().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException failed) {
      if (!(failed.getCause() instanceof TopicExistsException)) {
        throw failed;
      }
    }
  }

  /** The controller has a new topic a moment before the brokers tell of it. */
  private static void awaitVisible(Admin admin, Set<String> names)
      throws ExecutionException, InterruptedException, TimeoutException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!admin.listTopics().names().get(PATIENCE_SECONDS, TimeUnit.SECONDS).containsAll(names)) {
      if (System.nanoTime() > end) {
        throw new TimeoutException("the new topics do not appear");
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  /**
   * Whatever a sender compresses, the broker stores it as it reads, so that the topic's limit is
   * one of what a reader has to hold: a few kilobytes of zstd may be a gigabyte.
   */
  private NewTopic transactionsTopic() {
    Map<String, String> config = new HashMap<>(live ? BROKERS_CLOCK : WRITERS_CLOCK);
    config.put(TopicConfig.COMPRESSION_TYPE_CONFIG, "uncompressed");
    return topic(transactions, config);
  }

  /** Compacted: of each alert the last judgement stays, which is the one that has seen most. */
  private NewTopic alertsTopic(String name) {
    return topic(
        name,
        Map.of(
            TopicConfig.CLEANUP_POLICY_CONFIG,
            TopicConfig.CLEANUP_POLICY_COMPACT,
            TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG,
            "LogAppendTime"));
  }

  private NewTopic deadLettersTopic() {
    return topic(
        deadLetters,
        Map.of(
            TopicConfig.CLEANUP_POLICY_CONFIG,
            TopicConfig.CLEANUP_POLICY_DELETE,
            TopicConfig.RETENTION_MS_CONFIG,
            FOR_EVER));
  }

  private NewTopic topic(String name, Map<String, String> config) {
    // How many copies a topic deserves, the broker knows.
    return new NewTopic(name, Optional.of(partitions), Optional.empty()).configs(config);
  }
}
