package weir.bench.ladder.latency;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of the search for the greatest load. */
final class ProbeOptions {
  @Option(
      names = "--warm-up",
      paramLabel = "SECONDS",
      defaultValue = "10",
      description = "Of each measurement, left out (default: ${DEFAULT-VALUE}).")
  long warmUpSeconds;

  @Option(
      names = "--probe-seconds",
      defaultValue = "15",
      description = "Length of a probe (default: ${DEFAULT-VALUE}).")
  long probeSeconds;

  @Option(
      names = "--probes",
      defaultValue = "7",
      description = "How many at most (default: ${DEFAULT-VALUE}).")
  int most;

  @Option(
      names = "--start",
      paramLabel = "TX/S",
      description = "The first probe (default: what is usual for the contestant).")
  @Nullable Double start;

  Duration warmUp() {
    return Duration.ofSeconds(warmUpSeconds);
  }

  Duration probe() {
    return Duration.ofSeconds(probeSeconds);
  }
}
