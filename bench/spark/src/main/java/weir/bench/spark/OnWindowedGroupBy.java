package weir.bench.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.from_json;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.window;

import java.io.IOException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.streaming.StreamingQueryException;
import org.apache.spark.sql.types.StructType;
import weir.bench.twin.Twin;
import weir.bench.twin.TwinOptions;
import weir.book.RuleBook;
import weir.failure.MisuseException;
import weir.rules.TotalInWindows;

/**
 * What is usually written against fraud on Structured Streaming: a table grouped by window, user
 * and currency, with a count, a sum and a maximum, and limits on them. It is no twin, and its
 * answers differ. It knows no places, no travel and no filters. Its windows hop, so it misses a
 * burst across a hop. It silently drops what the watermark finds late. It counts duplicates again,
 * and never withdraws an alert or writes a dead letter. It reads times only as numbers, which is
 * how the producer writes them.
 */
public final class OnWindowedGroupBy {
  private static final StructType TRANSACTION =
      new StructType()
          .add("userId", "string")
          .add("amount", Limits.AMOUNT)
          .add("currency", "string")
          .add("timestamp", "long");

  private OnWindowedGroupBy() {}

  public static void main(String[] args) {
    Twin.main(args, OnWindowedGroupBy::run);
  }

  private static void run(TwinOptions options) throws IOException, StreamingQueryException {
    KafkaTopics kafka = new KafkaTopics(options);
    Dataset<Row> windows = windows(kafka.read(kafka.session()), options.book());
    kafka.write(Limits.of(options.book()).alerts(windows, options.alertTopic()));
  }

  private static Dataset<Row> windows(Dataset<Row> log, RuleBook book) {
    TotalInWindows total =
        book.totals().stream()
            .findFirst()
            .orElseThrow(
                () -> new MisuseException("no rule of the book says how long windows are"));
    return log.select(from_json(col("value").cast("string"), TRANSACTION).as("tx"))
        .selectExpr(
            "tx.userId", "tx.amount", "tx.currency", "timestamp_millis(tx.timestamp) as time")
        .withWatermark("time", millis(book.allowedLatenessMillis()))
        .groupBy(
            window(col("time"), millis(total.windowMillis()), millis(total.everyMillis())),
            col("userId"),
            col(Limits.CURRENCY))
        .agg(
            count(lit(1)).as(Limits.COUNT),
            sum("amount").as(Limits.TOTAL),
            max("amount").as(Limits.GREATEST));
  }

  private static String millis(long millis) {
    return millis + " milliseconds";
  }
}
