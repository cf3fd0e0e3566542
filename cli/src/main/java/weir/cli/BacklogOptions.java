package weir.cli;

import picocli.CommandLine.Option;

/** What a backlog of simulated traffic is like, and over how many partitions it is spread. */
public final class BacklogOptions {
  @Option(
      names = "--users",
      defaultValue = "20000",
      description = "How many cardholders (default: ${DEFAULT-VALUE}).")
  public int users;

  @Option(
      names = "--rate",
      defaultValue = "100",
      description = "Transactions a second of simulated time (default: ${DEFAULT-VALUE}).")
  public double rate;

  @Option(
      names = "--partitions",
      defaultValue = "4",
      description = "Partitions of the topics (default: ${DEFAULT-VALUE}).")
  public int partitions;
}
