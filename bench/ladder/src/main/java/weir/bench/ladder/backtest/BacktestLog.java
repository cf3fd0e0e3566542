package weir.bench.ladder.backtest;

import java.nio.file.Path;
import java.time.Duration;
import weir.bench.ladder.log.SimulatedBacklog;
import weir.producer.FileSink;
import weir.producer.ProducerSettings;
import weir.producer.TransactionProducer;
import weir.traffic.Rate;
import weir.traffic.Traffic;
import weir.traffic.TrafficSettings;

/**
 * A log in files, as {@code ./weir produce --to} writes it.
 *
 * @param payments JSON lines
 * @param labels those that came by then
 */
record BacktestLog(Path payments, Path labels) {
  private static final Duration LABEL_DELAY = Duration.ofDays(7);

  /** The payments of the producer's world over a time, always the same ones. */
  static BacktestLog make(Path folder, long count, int users, Duration length) {
    BacktestLog log =
        new BacktestLog(folder.resolve("log.jsonl"), folder.resolve("log.labels.jsonl"));
    TransactionProducer producer =
        new TransactionProducer(
            new ProducerSettings(
                /* paced= */ false, count, Long.MAX_VALUE, LABEL_DELAY.toMillis()));
    Rate rate = Rate.constant((double) count / length.toSeconds());
    try (FileSink payments = new FileSink(log.payments);
        FileSink labels = new FileSink(log.labels)) {
      producer.run(
          new Traffic(
              TrafficSettings.of(
                  /* seed= */ 1, users, rate, SimulatedBacklog.START.toEpochMilli())),
          payments,
          labels);
    }
    return log;
  }
}
