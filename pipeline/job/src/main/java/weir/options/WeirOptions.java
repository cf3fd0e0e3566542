package weir.options;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.StreamingOptions;
import org.jspecify.annotations.Nullable;

/** The options of the job, beside those of the engine it runs on. */
@OptionGroup("Options of Weir, as --option=value")
public interface WeirOptions extends StreamingOptions {

  @Description("Kafka brokers as host:port, separated by commas.")
  @Default.String("localhost:9092")
  String getBootstrapServers();

  void setBootstrapServers(String servers);

  @Description("Topic of the transactions, keyed by user.")
  @Default.String("transactions")
  String getInputTopic();

  void setInputTopic(String topic);

  @Description("Topic for alerts, keyed by alert id; to be compacted.")
  @Default.String("fraud-alerts")
  String getAlertTopic();

  void setAlertTopic(String topic);

  @Description("Topic for records that are not judged, each with the reason.")
  @Default.String("transactions.dead-letter")
  String getDeadLetterTopic();

  void setDeadLetterTopic(String topic);

  @Description("Topic for legitimate transactions, keyed by user; without it they go nowhere.")
  @Nullable String getLegitimateTopic();

  void setLegitimateTopic(@Nullable String topic);

  @Description("Topic for suspicious transactions, keyed by user; without it they go nowhere.")
  @Nullable String getSuspiciousTopic();

  void setSuspiciousTopic(@Nullable String topic);

  @Description("Whether alerts and dead letters are printed, for development.")
  @Default.Boolean(false)
  boolean getConsole();

  void setConsole(boolean console);

  @Description(
      "How long Kafka or PostgreSQL may be away before the job gives up: seconds, or such as 10 min.")
  @Default.String("10 min")
  String getPatience();

  void setPatience(String patience);

  @Description("Whether a replayed topic is whole: when it is read, all windows close.")
  @Default.Boolean(false)
  boolean getInputComplete();

  void setInputComplete(boolean complete);

  @Description("Consumer group whose offsets show how far the job is.")
  @Default.String("weir")
  String getConsumerGroup();

  void setConsumerGroup(String group);

  @Description(
      "Where to begin without a checkpoint: earliest, committed, committed-minus-horizon or latest."
          + " As exact as the first and as quick as the second is the third.")
  @Default.Enum("EARLIEST")
  StartFrom getStartFrom();

  void setStartFrom(StartFrom start);

  @Description(
      "How often an answer may be in its topic after a crash: at-least-once, or, on Flink with"
          + " checkpoints, exactly-once.")
  @Default.Enum("AT_LEAST_ONCE")
  Delivery getDelivery();

  void setDelivery(Delivery delivery);

  @Description("How long after it was read a record's offset is committed at the earliest.")
  @Default.String("0 s")
  String getCommitAfter();

  void setCommitAfter(String delay);

  @Description("How many records at most are read as one element.")
  @Default.Integer(1)
  @Within(least = 1)
  int getReadBatch();

  void setReadBatch(int most);

  @Description("Whether each partition is a source of its own, as the SparkRunner needs it.")
  @Default.Boolean(true)
  boolean getSourcePerPartition();

  void setSourcePerPartition(boolean each);

  @Description("File with further properties of all Kafka clients, such as for TLS and SASL.")
  @Nullable String getKafkaProperties();

  void setKafkaProperties(@Nullable String file);

  @Description(
      "Port on which Prometheus finds the metrics, for Flink or Spark inside this process; a cluster"
          + " has its own configuration for that.")
  @Within(least = 1, most = 65_535)
  @Nullable Integer getMetricsPort();

  void setMetricsPort(@Nullable Integer port);

  @Description(
      "Topic on which rules are announced; without it that of the transactions with .control added."
          + " With none the rules of --rules hold for all time.")
  @Nullable String getControlTopic();

  void setControlTopic(@Nullable String topic);

  @Description(
      "Rule book in YAML, announced as the next book if it says something new; without it the books"
          + " of the control topic hold, and the first is the one that ships with Weir.")
  @Nullable String getRules();

  void setRules(@Nullable String file);
}
