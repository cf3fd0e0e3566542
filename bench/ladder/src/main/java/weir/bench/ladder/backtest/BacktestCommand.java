package weir.bench.ladder.backtest;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import weir.bench.ladder.report.Report;
import weir.bench.ladder.round.TurnOptions;
import weir.book.RuleBookReader;
import weir.command.Values;
import weir.launch.Shutdown;
import weir.local.WorkFolder;
import weir.text.Table;

/** Measures how long a back-test of a file takes as a whole, and what it costs. */
@Command(
    name = "backtest",
    description = "How fast a file of payments is back-tested, and what that costs.",
    footer = {
      "",
      "Makes a log of the producer's world with labels, and tries two books on it in",
      "turns, each beside the default book: the same with other limits, and the same",
      "with four expressions more that ask six features of shops and devices. Times",
      "are those of the whole process, from the start of its JVM on; of several",
      "rounds the median, the least and the most are told.",
      "",
      "  ./weir bench backtest --count=2000000 --length=180d --rounds=3"
    })
public final class BacktestCommand implements Callable<Integer> {
  @Mixin TurnOptions turns = new TurnOptions();
  @Spec @Nullable CommandSpec spec;

  @Option(
      names = "--length",
      paramLabel = "TIME",
      converter = Values.Length.class,
      defaultValue = "180d",
      description = "How much time the payments span (default: ${DEFAULT-VALUE}).")
  Duration length = Duration.ZERO;

  @Option(
      names = "--users",
      converter = Values.HowMany.class,
      defaultValue = "20000",
      description = "How many cardholders (default: ${DEFAULT-VALUE}).")
  int users;

  @Option(
      names = "--out",
      paramLabel = "FOLDER",
      defaultValue = "bench-results",
      description = "Where results go (default: ${DEFAULT-VALUE}).")
  Path out = Path.of(".");

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter to = Objects.requireNonNull(spec).commandLine().getOut();
    List<BacktestRun> runs = new ArrayList<>();
    Thread measuring = Thread.currentThread();
    try (Shutdown shutdown = new Shutdown(measuring::interrupt)) {
      Path folder = shutdown.add(new WorkFolder("weir-bench-")).path();
      BacktestLog log = BacktestLog.make(folder, turns.count, users, length);
      Path standing = write(folder.resolve("default.yaml"), RuleBookReader.defaultText());
      Map<TriedBook, Path> tried = new EnumMap<>(TriedBook.class);
      for (TriedBook each : TriedBook.values()) {
        tried.put(each, write(folder.resolve(each + ".yaml"), each.text()));
      }
      for (int round = 1; round <= turns.rounds; round++) {
        for (Map.Entry<TriedBook, Path> each : tried.entrySet()) {
          BacktestRun run =
              BacktestRun.of(each.getKey(), round, log, each.getValue(), standing, folder);
          runs.add(run);
          to.printf(
              Locale.ROOT,
              "%s, round %d: %.1f s, %,.0f payments a second%n",
              run.book(),
              round,
              run.seconds(),
              run.speed());
          to.flush();
        }
      }
    }
    Table table = BacktestTable.of(runs);
    to.println();
    to.print(table.text());
    to.flush();
    Report.of(spec.commandLine().getParseResult().originalArgs(), settings(), runs)
        .write(out, "backtest", table.markdown());
    return runs.stream().allMatch(run -> run.payments() == turns.count) ? 0 : 1;
  }

  private Map<String, String> settings() {
    return new TreeMap<>(
        Map.of(
            "rounds", Integer.toString(turns.rounds),
            "users", Integer.toString(users),
            "length", length.toString()));
  }

  private static Path write(Path file, String text) {
    try {
      return Files.writeString(file, text);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
