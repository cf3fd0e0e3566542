package weir.cli.history;

import java.time.Duration;
import java.util.List;
import weir.launch.Backtests;
import weir.launch.BuiltModule;
import weir.launch.ChildJvm;
import weir.launch.Engine;

/** The JVM that tries rules on the past. */
public final class BacktestJvm {
  /** Where it is stopped it tells what it has, and that takes longer than a moment. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private BacktestJvm() {}

  /** Jobs in a cluster have the classes of a jar. */
  private static List<String> jobJar() {
    return Engine.jobJar().map(jar -> "-D" + Engine.JOB_JAR + "=" + jar).stream().toList();
  }

  /** Runs it to its end with a command line, which it tells on this terminal. */
  public static int run(List<String> arguments) throws InterruptedException {
    try (ChildJvm backtest =
        Backtests.launch()
            .jvm(
                "-Dfile.encoding=UTF-8",
                "-Dweir.terminal=" + Boolean.getBoolean("weir.terminal"),
                "-Dweir.home=" + BuiltModule.home())
            .jvm(jobJar())
            .arguments(arguments)
            .inherit()) {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> backtest.end(PATIENCE)));
      return backtest.waitFor();
    }
  }
}
