package weir.command;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** From what a model is trained, and how. */
public final class TrainOptions {
  @Mixin public KafkaOptions kafka = new KafkaOptions();

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
          "Read transactions from a file of JSON lines instead, such as ./weir produce --to"
              + " writes; may be told several times.")
  public List<Path> files = new ArrayList<>();

  @Option(
      names = "--labels",
      paramLabel = "FILE",
      converter = Values.OldFile.class,
      description = "Labels beside --file; may be told several times.")
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
      names = "--rules",
      paramLabel = "FILE",
      converter = Values.OldFile.class,
      description =
          "The book whose features the model looks at (default: the newest that is"
              + " announced; of a lake or files, the default book).")
  public @Nullable Path rules;

  @Option(
      names = "--input",
      paramLabel = "EXPRESSION",
      description =
          "A number that the model looks at, such as amount or 'amount / mean_30d'; may be"
              + " told several times (default: every number that the book's payments and features"
              + " have).")
  public List<String> inputs = new ArrayList<>();

  @Option(
      names = "--learner",
      paramLabel = "NAME",
      defaultValue = "boosted-trees",
      description =
          "boosted-trees, which need labels, or isolation-forest, which needs none"
              + " (default: ${DEFAULT-VALUE}).")
  public String learner = "";

  @Option(
      names = "--from",
      paramLabel = "TIME",
      converter = Values.Moment.class,
      description = "Learn from payments since then (default: from the first).")
  public @Nullable Instant from;

  @Option(
      names = "--to",
      paramLabel = "TIME",
      converter = Values.Moment.class,
      description = "Learn from payments before then; labels are read to the end.")
  public @Nullable Instant to;

  @Option(
      names = "--gap",
      paramLabel = "LENGTH",
      converter = Values.Length.class,
      description =
          "How much is left out before the validated and the tested span and at the end,"
              + " where few frauds are known yet (default: the time within which 9 of 10 frauds"
              + " were labelled).")
  public @Nullable Duration gap;

  @Option(
      names = "--validate-from",
      paramLabel = "TIME",
      converter = Values.Moment.class,
      description = "Where the validated span begins (default: after 60 %% of the time).")
  public @Nullable Instant validateFrom;

  @Option(
      names = "--test-from",
      paramLabel = "TIME",
      converter = Values.Moment.class,
      description = "Where the tested span begins (default: after 80 %% of the time).")
  public @Nullable Instant testFrom;

  @Option(
      names = "--kinds-by",
      paramLabel = "FIELD",
      defaultValue = "",
      description =
          "A field of the labels that says of what kind a fraud is, such as kind: the"
              + " report tells how many of each are caught.")
  public String kindField = "";

  @Option(
      names = "--trees",
      paramLabel = "N",
      converter = Values.HowMany.class,
      defaultValue = "200",
      description = "How many trees at most (default: ${DEFAULT-VALUE}).")
  public int trees;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Of what is drawn at random (default: ${DEFAULT-VALUE}).")
  public long seed;

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      defaultValue = ".",
      description = "Where model, report and rule are written (default: here).")
  public Path out = Path.of("");
}
