package weir.cli.produce;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import weir.command.Values;
import weir.failure.UnavailableException;
import weir.local.Topics;
import weir.producer.FileSink;
import weir.producer.KafkaSink;
import weir.producer.NoSink;
import weir.producer.Partitions;
import weir.producer.RecordSink;
import weir.topics.InputTopic;
import weir.topics.TopicLookup;

/** Where transactions go, and where the truth about them does. */
public final class DestinationOptions {
  /** A file has none; this is how many a topic of Weir's has by default. */
  private static final int USUAL_PARTITIONS = 4;

  private static final String LINES = ".jsonl";

  /** Where labels on the usual transactions go, and are looked for. */
  public static final String LABELS = "transactions.labels";

  @Option(
      names = "--topic",
      defaultValue = "transactions",
      description = "Where to (default: ${DEFAULT-VALUE}).")
  String topic = "";

  @Option(
      names = "--to",
      paramLabel = "FILE.jsonl",
      converter = Values.NewFile.class,
      description = "Into a file, one transaction a line, instead of Kafka.")
  @Nullable Path file;

  @Option(
      names = "--labels",
      paramLabel = "TOPIC",
      description =
          "Where labels go; it is created if need be (default: that of --topic, with .labels).")
  @Nullable String labelTopic;

  @Option(
      names = "--labels-to",
      paramLabel = "FILE",
      converter = Values.NewFile.class,
      description = "Labels into a file (default with --to: FILE.labels.jsonl).")
  @Nullable Path labelFile;

  @Option(
      names = "--label-delay",
      paramLabel = "TIME",
      defaultValue = "0 s",
      converter = Values.Length.class,
      description =
          "How much later than its payment a label comes on average, such as 3d: each between a"
              + " second and twice that; what is due after the last payment is not sent (default: a"
              + " second).")
  Duration labelDelay = Duration.ZERO;

  @Option(names = "--no-labels", description = "No labels.")
  boolean noLabels;

  RecordSink transactions(Map<String, Object> client) {
    return file == null ? new KafkaSink(client, topic) : new FileSink(file);
  }

  RecordSink labels(Map<String, Object> client) {
    if (noLabels) {
      return new NoSink();
    }
    if (labelFile != null) {
      return new FileSink(labelFile);
    }
    if (file != null) {
      return new FileSink(beside(file));
    }
    // A job refuses labels that have their log times from another clock than the transactions.
    InputTopic labelled = new TopicLookup(client).input(topic);
    Topics topics = new Topics(topic, "", "", labelled.partitions().size(), labelled.live());
    String name = labelTopic == null ? topics.labels() : labelTopic;
    topics.createLabels(client, name);
    new TopicLookup(client).mayWrite(name);
    return new KafkaSink(client, name);
  }

  private static Path beside(Path transactions) {
    String name = String.valueOf(transactions.getFileName());
    String stem = name.endsWith(LINES) ? name.substring(0, name.length() - LINES.length()) : name;
    return transactions.resolveSibling(stem + ".labels" + LINES);
  }

  /** Which keys are in the first partition; and that the topic can take what is sent. */
  Predicate<byte[]> firstPartition(Map<String, Object> client, boolean simulated) {
    if (file != null) {
      return Partitions.first(USUAL_PARTITIONS);
    }
    TopicLookup topics = new TopicLookup(client);
    InputTopic found = topics.input(topic);
    topics.mayWrite(topic);
    if (simulated && found.live()) {
      throw new UnavailableException(
          "the broker gives the log times in '"
              + topic
              + "' (LogAppendTime), by which simulated times are late: use a topic with CreateTime,"
              + " such as that of ./weir broker --replay");
    }
    return Partitions.first(found.partitions().size());
  }
}
