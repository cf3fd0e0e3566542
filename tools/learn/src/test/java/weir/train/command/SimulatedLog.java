package weir.train.command;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import weir.producer.FileSink;
import weir.producer.ProducerSettings;
import weir.producer.TransactionProducer;
import weir.traffic.Rate;
import weir.traffic.Traffic;
import weir.traffic.TrafficSettings;

/** Twelve days of a few hundred people of the simulated world, and a book that looks at them. */
final class SimulatedLog {
  static final int PAYMENTS = 15_000;
  static final long START = 1_767_225_600_000L;
  private static final long LABEL_DELAY = TimeUnit.HOURS.toMillis(6);

  static final String BOOK =
      """
      allowedLateness: 1 min
      allowedClockSkew: 5 s
      horizon: 4 d
      keys: {merchant: merchantId}
      labels: true
      features:
        count_10min: {count: transactions, window: 10 min}
        count_1d: {count: transactions, window: 1 d}
        sum_1h: {sum: amount, window: 1 h}
        mean_3d: {mean: amount, window: 3 d, without: itself}
        small_1h: {count: transactions, window: 1 h, where: "amount < 5.0"}
        at_shop_10min: {count: transactions, by: merchant, window: 10 min, edge: 1 min}
        shop_fraud: {count: fraud, by: merchant, window: 2 d, edge: 1 h}
      rules:
        - {id: high, version: 1, kind: amount-over, severity: medium, limit: 3500}
        - {id: often, version: 1, kind: count-in-window, severity: high, moreThan: 3, window: 1 min}
      """;

  private SimulatedLog() {}

  /** Writes payments.jsonl and payments.labels.jsonl. */
  static void write(Path folder) {
    TransactionProducer producer =
        new TransactionProducer(
            new ProducerSettings(/* paced= */ false, PAYMENTS, Long.MAX_VALUE, LABEL_DELAY));
    try (FileSink payments = new FileSink(folder.resolve("payments.jsonl"));
        FileSink labels = new FileSink(folder.resolve("payments.labels.jsonl"))) {
      producer.run(traffic(), payments, labels);
    }
  }

  static Traffic traffic() {
    return new Traffic(
        TrafficSettings.of(/* seed= */ 5, /* users= */ 400, Rate.constant(0.015), START));
  }
}
