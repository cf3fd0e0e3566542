package weir.cli;

import picocli.CommandLine.Option;

/** How much is sent, and by how many. */
final class TrafficOptions {
  @Option(
      names = "--rate",
      defaultValue = "50",
      description = "Transactions per second (default: ${DEFAULT-VALUE}).")
  double rate;

  @Option(
      names = "--users",
      defaultValue = "20000",
      description = "How many cardholders (default: ${DEFAULT-VALUE}).")
  int users;
}
