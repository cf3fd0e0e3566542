package weir.command;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The log that a command reads, with its labels. */
public final class LogOptions {
  @Mixin public KafkaOptions kafka = new KafkaOptions();

  @Option(
      names = "--log",
      paramLabel = "SOURCE",
      converter = LogPlace.Converter.class,
      description =
          "The log: the folder of a lake or its URL, a file (.jsonl, .csv, .tsv, .parquet), or the"
              + " name of a topic; may be told several times for files.")
  public List<LogPlace> places = new ArrayList<>();

  @Option(
      names = {"--topic", "--inputTopic"},
      paramLabel = "TOPIC",
      description = "The topic of transactions (default: transactions; of a lake, the only one).")
  public @Nullable String topic;

  @Option(
      names = {"--labelTopic", "--label-topic"},
      paramLabel = "TOPIC",
      description =
          "The topic of labels (default: that topic's name with .labels, if it is there).")
  public @Nullable String labelTopic;

  @Option(
      names = {"--controlTopic", "--control-topic"},
      paramLabel = "TOPIC",
      description = "Where rules are announced (default: that topic's name with .control).")
  public @Nullable String controlTopic;

  @Option(names = "--lake", paramLabel = "FOLDER", description = "Read a lake instead of topics.")
  public @Nullable String lake;

  @Option(
      names = "--file",
      paramLabel = "FILE",
      converter = Values.OldFile.class,
      description =
          "Read transactions from a file instead: .csv, .tsv, .parquet, or JSON lines such as"
              + " ./weir produce --to writes; may be told several times.")
  public List<Path> files = new ArrayList<>();

  @Option(
      names = "--labels",
      paramLabel = "FILE",
      converter = Values.OldFile.class,
      description = "Labels beside files, in a file of the same forms; may be told several times.")
  public List<Path> labels = new ArrayList<>();

  @Option(
      names = "--label-delay",
      paramLabel = "LENGTH",
      converter = Values.Length.class,
      defaultValue = "7d",
      description =
          "How long after its payment a label of a file is taken to be said"
              + " (default: ${DEFAULT-VALUE}).")
  public Duration labelDelay = Duration.ZERO;

  @Option(
      names = "--from",
      paramLabel = "TIME",
      converter = Values.Moment.class,
      description = "Only payments since then (default: from the first).")
  public @Nullable Instant from;

  @Option(
      names = "--to",
      paramLabel = "TIME",
      converter = Values.Moment.class,
      description = "Only payments before then; labels are read to the end.")
  public @Nullable Instant to;
}
