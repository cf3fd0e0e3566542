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
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;
import weir.failure.UnavailableException;

/**
 * Weir's topics, with the settings that its answers need.
 *
 * @param live whether the broker's clock gives the log times; otherwise the writer gives them, as a
 *     simulation or a replay must
 */
public record Topics(
    String transactions, String alerts, String deadLetters, int partitions, boolean live) {
  private static final int PATIENCE_SECONDS = 15;
  private static final String FOR_EVER = "-1";
  private static final String UNCOMPRESSED = "uncompressed";
  private static final String ANY_TIME = Long.toString(Long.MAX_VALUE);

  private static final Map<String, String> BROKERS_CLOCK =
      Map.of(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");

  /** Simulated times may be far from the broker's clock, and old records are not stale. */
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

  /** The topic for the alerts of rules on trial. */
  public String shadows() {
    return alerts + ".shadow";
  }

  /** Creates the missing topics; existing ones stay as they are. */
  public void create(String bootstrapServers) {
    create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
  }

  /** Creates the missing topics, with any settings that an admin client needs. */
  public void create(Map<String, Object> client) {
    create(
        client,
        List.of(
            transactionsTopic(), alertsTopic(alerts), alertsTopic(shadows()), deadLettersTopic()));
  }

  /**
   * Creates a topic that no answer depends on, if it is missing, with the broker's defaults. Only
   * the retention is set: simulated times may be old, and the broker would take the records for
   * stale.
   */
  public static void createOther(Map<String, Object> client, String name) {
    create(
        client,
        List.of(
            new NewTopic(name, Optional.empty(), Optional.empty())
                .configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, FOR_EVER))));
  }

  /** The topic of labels on the transactions, where a job looks for it. */
  public String labels() {
    return transactions + ".labels";
  }

  /** Creates the topic of labels, by the clock of the transactions, if it is missing. */
  public void createLabels(Map<String, Object> client) {
    createLabels(client, labels());
  }

  /** The same with another name. */
  public void createLabels(Map<String, Object> client, String name) {
    NewTopic topic = kept(name, partitions);
    Map<String, String> config = new HashMap<>(topic.configs());
    config.put(TopicConfig.COMPRESSION_TYPE_CONFIG, UNCOMPRESSED);
    create(client, List.of(topic.configs(config)));
  }

  /** Creates the control topic, which has the rules for the transactions, if it is missing. */
  public void createControl(Map<String, Object> client) {
    create(client, List.of(kept(transactions + ".control", 1)));
  }

  /** A topic by the clock of the transactions, of which nothing is ever dropped. */
  private NewTopic kept(String name, int itsPartitions) {
    Map<String, String> config = new HashMap<>(live ? BROKERS_CLOCK : WRITERS_CLOCK);
    config.put(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE);
    config.put(TopicConfig.RETENTION_MS_CONFIG, FOR_EVER);
    config.put(TopicConfig.RETENTION_BYTES_CONFIG, FOR_EVER);
    return new NewTopic(name, Optional.of(itsPartitions), Optional.empty()).configs(config);
  }

  private static void create(Map<String, Object> client, List<NewTopic> topics) {
    Map<String, Object> config = new HashMap<>(client);
    if (!client.containsKey(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG)) {
      // Kafka requires that the whole call may take as long as each of its requests.
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
      boolean isThere =
          failed.getCause() instanceof TopicExistsException
              // Whoever may make no topic is not told whether there is one.
              || (failed.getCause() instanceof TopicAuthorizationException
                  && admin
                      .listTopics()
                      .names()
                      .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                      .contains(topic.name()));
      if (!isThere) {
        throw failed;
      }
    }
  }

  /** The controller has a new topic a moment before the brokers list it. */
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
   * The broker stores records uncompressed, whatever the sender does. So the topic's size limit
   * also limits what a reader must hold: a few kilobytes of zstd may be a gigabyte.
   */
  private NewTopic transactionsTopic() {
    Map<String, String> config = new HashMap<>(live ? BROKERS_CLOCK : WRITERS_CLOCK);
    config.put(TopicConfig.COMPRESSION_TYPE_CONFIG, UNCOMPRESSED);
    return topic(transactions, config);
  }

  /** Compacted: the last judgement of each alert stays, which is the one that has seen most. */
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
    // The broker knows how many copies a topic should have.
    return new NewTopic(name, Optional.of(partitions), Optional.empty()).configs(config);
  }
}
