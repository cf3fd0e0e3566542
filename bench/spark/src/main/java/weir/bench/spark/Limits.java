package weir.bench.spark;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import weir.book.RuleBook;
import weir.filter.AmountLimit;
import weir.rules.AmountOver;
import weir.rules.CountInWindow;
import weir.rules.Rule;
import weir.rules.RuleHeader;
import weir.rules.TotalInWindows;

/**
 * The rules of a book that need only a count, a sum or a maximum by window, as columns. A column is
 * null unless its value is over the limit.
 */
record Limits(List<Column> columns) {
  static final String CURRENCY = "currency";
  static final String COUNT = "count";
  static final String TOTAL = "total";
  static final String GREATEST = "greatest";
  static final String AMOUNT = "decimal(20,4)";

  /** The form of times in an alert. */
  private static final Map<String, String> TIMES =
      Map.of("timestampFormat", "yyyy-MM-dd'T'HH:mm:ss.SSSXXX", "timeZone", "UTC");

  static Limits of(RuleBook book) {
    List<Column> limits = new ArrayList<>();
    for (Rule rule : book.rules()) {
      if (rule instanceof AmountOver dear) {
        limits.add(over(rule.header(), GREATEST, in(dear.limit()), col(CURRENCY)));
      } else if (rule instanceof CountInWindow often && hasWindow(book, often.windowMillis())) {
        limits.add(over(rule.header(), COUNT, lit(often.moreThan()), lit("transactions")));
      } else if (rule instanceof TotalInWindows total && hasWindow(book, total.windowMillis())) {
        limits.add(over(rule.header(), TOTAL, in(total.limit()), col(CURRENCY)));
      }
    }
    return new Limits(limits);
  }

  /**
   * Whether the rule's window is that of the one table; another length would need another table.
   */
  private static boolean hasWindow(RuleBook book, long millis) {
    return book.totals().stream().findFirst().filter(it -> it.windowMillis() == millis).isPresent();
  }

  /** The limit in the currency of the window. */
  private static Column in(AmountLimit limit) {
    Column limits = when(lit(false), lit(limit.major()));
    for (String currency : limit.scale().factors().keySet()) {
      limits = limits.when(col(CURRENCY).equalTo(currency), lit(limit.in(currency)));
    }
    return limits.otherwise(lit(limit.major()));
  }

  private static Column over(RuleHeader rule, String measure, Column limit, Column unit) {
    return when(
        col(measure).gt(limit),
        struct(
            lit(rule.id()).as("rule"),
            lit(rule.version()).as("ruleVersion"),
            lit(rule.severity().code()).as("severity"),
            col(measure).cast(AMOUNT).as("observed"),
            limit.cast(AMOUNT).as("limit"),
            unit.as("unit")));
  }

  /** The alerts of windows, for the topic. */
  Dataset<Row> alerts(Dataset<Row> windows, String topic) {
    Column id =
        concat_ws(
            "-", col("over.rule"), col("userId"), col(CURRENCY), col("window.end").cast("long"));
    return windows
        .withColumn("over", explode(array_compact(array(columns.toArray(Column[]::new)))))
        .select(
            lit(topic).as("topic"),
            id.as("key"),
            to_json(
                    struct(
                        id.as("alertId"),
                        lit("raised").as("status"),
                        col("over.rule"),
                        col("over.ruleVersion"),
                        col("over.severity"),
                        col("userId"),
                        col("window.end").as("eventTime"),
                        col("window.start").as("windowStart"),
                        col("window.end").as("windowEnd"),
                        col(COUNT).as("seen"),
                        col("over.observed"),
                        col("over.limit"),
                        col("over.unit"),
                        array().cast("array<string>").as("evidence"),
                        col(COUNT).as("evidenceCount"),
                        concat_ws(" ", lit("over the limit:"), col("over.observed")).as("reason")),
                    TIMES)
                .as("value"));
  }
}
