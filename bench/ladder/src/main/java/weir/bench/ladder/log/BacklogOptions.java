package weir.bench.ladder.log;

import picocli.CommandLine.Option;
import weir.command.Values;

/** What a backlog of simulated traffic is like, and over how many partitions it is spread. */
public final class BacklogOptions {
  @Option(
      names = "--users",
      converter = Values.HowMany.class,
      defaultValue = "20000",
      description = "How many cardholders (default: ${DEFAULT-VALUE}).")
  public int users;

  @Option(
      names = "--rate",
      converter = Values.PerSecond.class,
      defaultValue = "100",
      description = "Transactions a second of simulated time (default: ${DEFAULT-VALUE}).")
  public double rate;

  @Option(
      names = "--partitions",
      converter = Values.HowMany.class,
      defaultValue = "4",
      description = "Partitions of the topics (default: ${DEFAULT-VALUE}).")
  public int partitions;
}
