package weir.cli.history;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import weir.command.BacktestOptions;
import weir.launch.BuiltModule;
import weir.launch.ChildJvm;

/** Tries rules on the past, in a JVM of its own: it may need more memory than other commands. */
@Command(
    name = "backtest",
    description =
        "Tells what rules would have done: walks a log by the code that judges, once, and compares"
            + " with the rules that were in force, or with those of another file.",
    footer = {
      "",
      "  ./weir backtest --rules=my-rules.yaml",
      "  ./weir backtest --log=lake --rules=my-rules.yaml --against=old-rules.yaml",
      "  ./weir backtest --log=may.csv --labels=chargebacks.csv --rules=my-rules.yaml",
      "  ./weir backtest --rules=my-rules.yaml --fail-if='velocity.added > 10'"
    })
public final class BacktestCommand implements Callable<Integer> {
  private static final BuiltModule BACKTEST =
      new BuiltModule("tools/backtest", "weir.backtest.command.Main");

  /** Where it is stopped it tells what it has, and that takes longer than a moment. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Mixin BacktestOptions options = new BacktestOptions();
  @Spec @Nullable CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    try (ChildJvm backtest =
        BACKTEST
            .launch("the back-test")
            .jvm(
                "-Xmx4g",
                "-XX:+UseParallelGC",
                "-Dfile.encoding=UTF-8",
                "-Dweir.terminal=" + Boolean.getBoolean("weir.terminal"),
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=error")
            .arguments(Objects.requireNonNull(spec).commandLine().getParseResult().originalArgs())
            .inherit()) {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> backtest.end(PATIENCE)));
      return backtest.waitFor();
    }
  }
}
