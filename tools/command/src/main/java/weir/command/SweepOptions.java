package weir.command;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which parameter of a rule is tried with several values. */
public final class SweepOptions {
  @Option(
      names = "--vary",
      paramLabel = "RULE.PARAMETER=VALUES",
      description =
          "Try a rule with several values of a parameter, and print a row for each:"
              + " velocity.moreThan=2..6, high-value.limit=1000..5000/500,"
              + " velocity.window='30 s, 1 min, 2 min'. At most 50 values.")
  public @Nullable String vary;

  @Option(
      names = "--goal",
      paramLabel = "FIGURE",
      description =
          "By which figure a value of --vary is the best: f1, precision, recall, caught or"
              + " falseAlarmsPerFraud (default: f1).")
  public @Nullable String goal;
}
