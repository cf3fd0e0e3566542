package weir.bench.ladder;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;
import weir.bench.ladder.backtest.BacktestCommand;
import weir.bench.ladder.control.ControlCommand;
import weir.bench.ladder.drain.DrainCommand;
import weir.bench.ladder.growth.GrowthCommand;
import weir.bench.ladder.latency.LatencyCommand;
import weir.command.OneLine;

/** The command line. Without the name of a measurement it drains a backlog. */
@Command(
    name = "weir bench",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    description = {
      "Measures Weir beside the same judgement written by hand on each engine.",
      "Its hot parts alone are measured by JMH: ./weir bench jmh (-h: options)."
    },
    subcommands = {
      DrainCommand.class,
      BacktestCommand.class,
      ControlCommand.class,
      LatencyCommand.class,
      GrowthCommand.class
    })
public final class Bench {
  private Bench() {}

  public static void main(String[] args) {
    System.exit(commandLine().execute(withMeasurement(args)));
  }

  static CommandLine commandLine() {
    CommandLine bench = new CommandLine(new Bench());
    // The options of weir-flink-tuned are the value of an option here.
    bench.setAllowOptionsAsOptionParameters(true);
    return OneLine.of(bench);
  }

  private static String[] withMeasurement(String... args) {
    boolean asked =
        args.length > 0
            && (!args[0].startsWith("-") || List.of("-h", "--help", "--version").contains(args[0]));
    List<String> all = new ArrayList<>(List.of(args));
    if (!asked) {
      all.add(0, "drain");
    }
    return all.toArray(new String[0]);
  }
}
