package weir.cli.history;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import weir.command.BacktestOptions;

/** Tries rules on the past. */
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
      "  ./weir backtest --rules=my-rules.yaml --fail-if='velocity.added > 10'",
      "  ./weir backtest --log=lake --rules=my-rules.yaml \\",
      "    --runner=flink -- --parallelism=4",
      "  ./weir backtest --log=/shared/lake --rules=my-rules.yaml \\",
      "    --runner=spark --sparkMaster=spark://HOST:7077"
    })
public final class BacktestCommand implements Callable<Integer> {
  @Mixin BacktestOptions options = new BacktestOptions();
  @Spec @Nullable CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    return BacktestJvm.run(
        Objects.requireNonNull(spec).commandLine().getParseResult().originalArgs());
  }
}
