package weir.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import weir.rules.Audience;

/** Which rules are tried on the past, beside which others, and what is told. */
public final class BacktestOptions {
  @Mixin public LogOptions log = new LogOptions();
  @Mixin public SweepOptions sweep = new SweepOptions();
  @Mixin public EngineOptions engine = new EngineOptions();

  @Option(
      names = "--rules",
      paramLabel = "FILE",
      converter = Values.OldFile.class,
      description =
          "The book that is tried (default: those that were in force; where none were announced,"
              + " the default book). A rule need not have a new version.")
  public @Nullable Path rules;

  @Option(
      names = "--against",
      paramLabel = "FILE",
      converter = Values.OldFile.class,
      description = "The book to compare with (default: those that were in force).")
  public @Nullable Path against;

  @Option(
      names = "--model",
      paramLabel = "FILE",
      converter = Values.OldFile.class,
      description =
          "A model that a book asks and that is not announced yet; may be told several times.")
  public List<Path> models = new ArrayList<>();

  @Option(
      names = "--sample-users",
      paramLabel = "SHARE",
      converter = Values.Users.class,
      defaultValue = "100%",
      description = "Look at this share of the users only, such as 10%%: the same ones each time.")
  public Audience sampleUsers = Audience.EVERYBODY;

  @Option(
      names = "--examples",
      paramLabel = "N",
      converter = Values.HowManyOrNone.class,
      defaultValue = "3",
      description =
          "How many of the added and of the removed alerts of each rule are shown"
              + " (default: ${DEFAULT-VALUE}).")
  public int examples;

  @Option(
      names = "--write-alerts",
      paramLabel = "FILE",
      converter = Values.NewFile.class,
      description =
          "Write every alert that stands with the tried rules, as in the topic of alerts, a line"
              + " each, by their ids.")
  public @Nullable Path writeAlerts;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      converter = Values.NewFile.class,
      description = "Write the answer as one HTML page, which works offline.")
  public @Nullable Path report;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      arity = "0..1",
      fallbackValue = "",
      description =
          "Write the answer as JSON; without a file, print it in place of the tables"
              + " (docs/backtest.md names its fields).")
  public @Nullable String json;

  @Option(
      names = "--fail-if",
      paramLabel = "CONDITION",
      description =
          "End with 3 if this holds of the figures, such as 'removed > 0' or 'velocity.added > 10"
              + " || after.precision < 0.8'; may be told several times.")
  public List<String> failIf = new ArrayList<>();
}
