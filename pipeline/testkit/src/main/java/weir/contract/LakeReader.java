package weir.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import weir.form.AlertJson;
import weir.form.RowReader;
import weir.form.VerdictRow;
import weir.model.LogPosition;
import weir.model.LogRecord;
import weir.model.Payload;
import weir.oracle.Merged;
import weir.oracle.VerdictText;

/** Reads the current content of a lake and merges it as every reader must. */
public final class LakeReader {
  private final Path lake;
  private final UnaryOperator<String> filesOf;

  public LakeReader(Path lake) {
    this(lake, layer -> "'" + lake.resolve(layer) + "/date=*/hour=*/*.parquet'");
  }

  /**
   * Reads only some of its files.
   *
   * @param filesOf those of a layer's folder, as SQL names them
   */
  LakeReader(Path lake, UnaryOperator<String> filesOf) {
    this.lake = lake;
    this.filesOf = filesOf;
  }

  /** The current number of files in all layers. */
  long files() {
    if (!Files.exists(lake)) {
      return 0;
    }
    try (Stream<Path> all = Files.walk(lake)) {
      return all.filter(path -> path.toString().matches(".*/hour=\\d\\d/[^/.][^/]*[.]parquet"))
          .count();
    } catch (IOException | UncheckedIOException changed) {
      return -1;
    }
  }

  private interface Row {
    void take(ResultSet row) throws SQLException, IOException;
  }

  /** Passes each row of a layer on. */
  private void each(String layer, String columns, Row taken) {
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement()) {
      String files = filesOf.apply(layer);
      try (ResultSet found = statement.executeQuery("select count(*) from glob(" + files + ")")) {
        found.next();
        if (found.getLong(1) == 0) {
          return;
        }
      }
      try (ResultSet row =
          statement.executeQuery(
              "select " + columns + " from read_parquet(" + files + ", hive_partitioning=false)")) {
        while (row.next()) {
          taken.take(row);
        }
      }
    } catch (SQLException | IOException failed) {
      throw new IllegalStateException("the lake cannot be read", failed);
    }
  }

  /** How many rows a layer has. */
  long rows(String layer) {
    long[] rows = {0};
    each(layer, "1", row -> rows[0]++);
    return rows[0];
  }

  /** How many values a column of a layer has. */
  long distinct(String layer, String column) {
    long[] values = {0};
    each(layer, "distinct " + column, row -> values[0]++);
    return values[0];
  }

  /** The records of the only topic of which there are any. */
  Map<LogPosition, LogRecord> records(String topic) {
    Map<String, Map<LogPosition, LogRecord>> all = recordsByTopic();
    if (!Set.of(topic).containsAll(all.keySet())) {
      throw new AssertionError("records of " + all.keySet() + " in the lake of " + topic);
    }
    return all.getOrDefault(topic, Map.of());
  }

  /**
   * The records of each topic by their position; two records at one position of a topic must be
   * equal.
   */
  Map<String, Map<LogPosition, LogRecord>> recordsByTopic() {
    Map<String, Map<LogPosition, LogRecord>> records = new HashMap<>();
    each(
        "bronze",
        "log_partition, log_offset, epoch_ms(log_time) as t, hex(key) as key, hex(value) as value, topic",
        row -> {
          LogPosition at = new LogPosition(row.getInt(1), row.getLong(2), row.getLong(3));
          LogRecord record = new LogRecord(at, payload(row, "key"), payload(row, "value"));
          String topic = row.getString("topic");
          LogRecord known = records.computeIfAbsent(topic, any -> new HashMap<>()).put(at, record);
          if (known != null && !known.equals(record)) {
            throw new AssertionError("another record of " + topic + " in the lake at " + at);
          }
        });
    return records;
  }

  private static @Nullable Payload payload(ResultSet row, String column) throws SQLException {
    String hex = row.getString(column);
    return hex == null ? null : new Payload(HexFormat.of().parseHex(hex));
  }

  /** The standing verdict of each transaction, in the oracle's form. */
  public SortedMap<String, String> verdicts() {
    Map<String, Long> seen = new HashMap<>();
    Map<String, String> differing = new HashMap<>();
    SortedMap<String, String> standing = new TreeMap<>();
    each(
        "silver",
        "*",
        row -> {
          VerdictRow verdict = RowReader.verdict(row);
          BigDecimal amount = new BigDecimal(row.getString("amount"));
          String key = VerdictText.key(verdict.transaction());
          String text = VerdictText.of(verdict);
          long now = verdict.seen();
          long before = seen.getOrDefault(key, -1L);
          if (!amount.unscaledValue().equals(BigInteger.valueOf(row.getLong("amount_minor")))) {
            throw new AssertionError("two amounts: " + text);
          }
          if (now > before) {
            seen.put(key, now);
            standing.put(key, text);
            differing.remove(key);
          } else if (now == before && !text.equals(standing.get(key))) {
            // At a key, another attempt may have seen as much of other things until it has heard
            // of all (Merged.ofAttempts): only of what has seen most there is one text.
            differing.put(key, text);
          }
        });
    if (!differing.isEmpty()) {
      throw new AssertionError("not the same in all rows that have seen most: " + differing);
    }
    return standing;
  }

  /** The standing alerts by id, each as the text of its JSON. */
  public SortedMap<String, String> alerts() {
    Merged merged = Merged.ofAttempts();
    each("gold/alerts", "*", row -> merged.alert(AlertJson.write(RowReader.alert(row))));
    return merged.answers().alerts();
  }
}
