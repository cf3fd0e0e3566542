package weir.options;

import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.StreamingOptions;
import org.jspecify.annotations.Nullable;

/** The options of the job, beside those of the engine it runs on. */
@OptionGroup("Options of Weir (--option=value)")
public interface WeirOptions extends StreamingOptions {

  @Description("Kafka brokers as host:port, separated by commas.")
  @Default.String("localhost:9092")
  String getBootstrapServers();

  void setBootstrapServers(String servers);

  @Description("Topic of the transactions, keyed by user.")
  @Default.String("transactions")
  String getInputTopic();

  void setInputTopic(String topic);

  @Description("Topic for alerts, keyed by alert id; make it a compacted topic.")
  @Default.String("fraud-alerts")
  String getAlertTopic();

  void setAlertTopic(String topic);

  @Description(
      "Topic for alerts of rules on trial, like that of the alerts; without it that of the alerts"
          + " with .shadow added.")
  @Nullable String getShadowTopic();

  void setShadowTopic(@Nullable String topic);

  @Description("Topic for dead letters: records that are not judged, each with its reason.")
  @Default.String("transactions.dead-letter")
  String getDeadLetterTopic();

  void setDeadLetterTopic(String topic);

  @Description(
      "Topic for legitimate transactions, keyed by user; if not set, they are not written.")
  @Nullable String getLegitimateTopic();

  void setLegitimateTopic(@Nullable String topic);

  @Description(
      "Topic for suspicious transactions, keyed by user; if not set, they are not written.")
  @Nullable String getSuspiciousTopic();

  void setSuspiciousTopic(@Nullable String topic);

  @Description(
      "Topic of labels on payments, keyed by user, for a charter that has labels; without it that of"
          + " the transactions with .labels added.")
  @Nullable String getLabelTopic();

  void setLabelTopic(@Nullable String topic);

  @Description("Print alerts and dead letters, for development.")
  @Default.Boolean(false)
  boolean getConsole();

  void setConsole(boolean console);

  @Description(
      "How long Kafka or PostgreSQL may be away before the job gives up: seconds, or a time like 10 min.")
  @Default.String("10 min")
  String getPatience();

  void setPatience(String patience);

  @Description("The input topic is complete, as in a replay: at its end all windows close.")
  @Default.Boolean(false)
  boolean getInputComplete();

  void setInputComplete(boolean complete);

  @Description("Consumer group under which the job commits its offsets.")
  @Default.String("weir")
  String getConsumerGroup();

  void setConsumerGroup(String group);

  @Description(
      "Where to start without a checkpoint: earliest, committed, committed-minus-horizon or latest."
          + " committed-minus-horizon is as exact as earliest and nearly as quick as committed.")
  @Default.Enum("EARLIEST")
  StartFrom getStartFrom();

  void setStartFrom(StartFrom start);

  @Description(
      "How often an answer may be in its topic after a crash: at-least-once or exactly-once;"
          + " exactly-once needs Flink with checkpoints.")
  @Default.Enum("AT_LEAST_ONCE")
  Delivery getDelivery();

  void setDelivery(Delivery delivery);

  @Description("Commit a record's offset no earlier than this long after reading it.")
  @Default.String("0 s")
  String getCommitAfter();

  void setCommitAfter(String delay);

  @Description("Read at most this many records as one element.")
  @Default.Integer(1)
  @Within(least = 1)
  int getReadBatch();

  void setReadBatch(int most);

  @Description(
      "Let keys share bundles, in this many groups, because bundles cost the DirectRunner a lot; 0"
          + " leaves each key alone.")
  @Default.Integer(0)
  @Within(least = 0)
  int getKeyGroups();

  void setKeyGroups(int groups);

  @Description("Make each partition a source of its own; the SparkRunner needs this.")
  @Default.Boolean(true)
  boolean getSourcePerPartition();

  void setSourcePerPartition(boolean each);

  @Description("File with more properties for all Kafka clients, for example for TLS and SASL.")
  @Nullable String getKafkaProperties();

  void setKafkaProperties(@Nullable String file);

  @Description(
      "Port on which Prometheus reads the metrics when Flink or Spark runs inside this process; a"
          + " cluster sets this in its own configuration.")
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

  @Description(
      "Models that rules name: files of ./weir train, with commas between them; those that the"
          + " control topic does not have are announced on it.")
  @Nullable String getModels();

  void setModels(@Nullable String files);

  @Description(
      "File that says what a whole log is judged by: what stood on its control topic, written down."
          + " Without it the rules of --rules hold for all time.")
  @Nullable String getJudgeBy();

  void setJudgeBy(@Nullable String file);
}
