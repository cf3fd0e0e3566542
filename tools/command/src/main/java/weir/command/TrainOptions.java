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
  @Mixin public LogOptions log = new LogOptions();

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
