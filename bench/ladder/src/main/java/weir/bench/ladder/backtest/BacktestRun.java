package weir.bench.ladder.backtest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import weir.bench.ladder.measure.WholeProcess;
import weir.failure.UnavailableException;
import weir.launch.Backtests;
import weir.launch.ChildJvm;

/**
 * One back-test, from the start of its JVM to its end.
 *
 * @param book what was tried
 * @param payments how many it has judged, by both books
 * @param flagged by the tried book
 */
record BacktestRun(
    String book,
    int round,
    long payments,
    long flagged,
    double seconds,
    double processorSeconds,
    double peakBytes) {
  /**
   * Runs one.
   *
   * @param tried a file with the book
   * @param folder where its answer and its output go
   */
  static BacktestRun of(
      TriedBook book, int round, BacktestLog log, Path tried, Path standing, Path folder)
      throws InterruptedException {
    Path answer = folder.resolve(book + "-" + round + ".json");
    long begun = System.nanoTime();
    try (ChildJvm process =
        Backtests.launch()
            .arguments(
                List.of(
                    "backtest",
                    "--file=" + log.payments(),
                    "--labels=" + log.labels(),
                    "--rules=" + tried,
                    "--against=" + standing,
                    "--json=" + answer))
            .logTo(folder.resolve("backtest.log"))) {
      WholeProcess took = WholeProcess.watch(process, begun);
      if (took.exit() != 0) {
        throw new UnavailableException("the back-test failed: " + process.lastWords());
      }
      JsonNode said = read(answer);
      return new BacktestRun(
          book.label(),
          round,
          said.at("/volume/payments").asLong(),
          said.at("/flagged/after/alerts").asLong(),
          took.seconds(),
          took.processorSeconds(),
          took.peakBytes());
    }
  }

  private static JsonNode read(Path answer) {
    try {
      return new JsonMapper().readTree(answer.toFile());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  double speed() {
    return payments / seconds;
  }

  double processorSecondsOfMillion() {
    return processorSeconds * 1e6 / payments;
  }
}
