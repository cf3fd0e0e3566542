package weir.bench.ladder.round;

import picocli.CommandLine.Option;
import weir.command.Values;

/** The options of contestants that drain in turns. */
public final class TurnOptions {
  @Option(
      names = "--rounds",
      converter = Values.HowMany.class,
      defaultValue = "3",
      description = "Default: ${DEFAULT-VALUE}.")
  public int rounds;

  @Option(
      names = "--count",
      converter = Values.Count.class,
      defaultValue = "2000000",
      description = "Transactions (default: ${DEFAULT-VALUE}).")
  public long count;

  /** From which part of a run on it is warm. */
  public static final double WARM_FROM = 1.0 / 3;
}
