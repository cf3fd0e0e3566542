package weir.contract;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import weir.form.AlertJson;
import weir.form.RowReader;
import weir.form.VerdictRow;
import weir.model.Alert;
import weir.model.LogPosition;
import weir.model.Original;
import weir.model.Payload;
import weir.model.RejectReason;
import weir.model.Rejected;
import weir.model.RejectedJson;
import weir.oracle.Answers;
import weir.oracle.VerdictText;

/** The content of a database, in the same forms as the oracle's answers. */
public final class PostgresAnswers implements AutoCloseable {
  private final Connection connection;

  public PostgresAnswers(String url, String user) throws SQLException {
    connection = DriverManager.getConnection(url, user, "");
  }

  /** Waits until everything expected is there; gives up quietly when time is up. */
  public void await(
      Answers expected, SortedMap<String, String> verdicts, Job job, Duration patience)
      throws SQLException, InterruptedException {
    await(expected, verdicts, new TreeMap<>(), job, patience);
  }

  /** The same with what stands of each payment that was labelled. */
  public void await(
      Answers expected,
      SortedMap<String, String> verdicts,
      SortedMap<String, String> labels,
      Job job,
      Duration patience)
      throws SQLException, InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (System.nanoTime() < end
        && !(answers().equals(expected)
            && verdicts().equals(verdicts)
            && labels().equals(labels))) {
      if (!job.isAlive()) {
        throw new AssertionError("the job ended:\n" + job.output());
      }
      Thread.sleep(500);
    }
  }

  /** Every accepted transaction with its verdict. */
  public SortedMap<String, String> verdicts() throws SQLException {
    SortedMap<String, String> verdicts = new TreeMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select * from transactions")) {
      while (row.next()) {
        VerdictRow verdict = RowReader.verdict(row);
        verdicts.put(VerdictText.key(verdict.transaction()), VerdictText.of(verdict));
      }
    }
    return verdicts;
  }

  /** Standing alerts and dead letters. */
  public Answers answers() throws SQLException {
    SortedMap<String, String> alerts = new TreeMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select * from alerts where status = 'raised'")) {
      while (row.next()) {
        Alert alert = RowReader.alert(row);
        alerts.put(alert.id(), text(AlertJson.write(alert)));
      }
    }
    SortedMap<String, String> deadLetters = new TreeMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select * from dead_letters")) {
      while (row.next()) {
        String topic = row.getString("topic");
        Rejected rejected = rejected(row);
        LogPosition at = rejected.position();
        deadLetters.put(
            topic + "-" + at.partition() + "-" + at.offset(),
            text(RejectedJson.write(rejected, topic)));
      }
    }
    return new Answers(alerts, deadLetters);
  }

  /** What stands of each payment that was labelled, in the oracle's form. */
  public SortedMap<String, String> labels() throws SQLException {
    SortedMap<String, String> labels = new TreeMap<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select * from labels")) {
      while (row.next()) {
        labels.put(
            row.getString("user_id")
                + " "
                + millis(row, "event_time")
                + " "
                + row.getString("transaction_id"),
            row.getBoolean("is_fraud")
                + " by "
                + row.getString("source")
                + " at "
                + millis(row, "log_time")
                + " "
                + row.getInt("log_partition")
                + "-"
                + row.getLong("log_offset"));
      }
    }
    return labels;
  }

  private static Rejected rejected(ResultSet row) throws SQLException {
    String code = row.getString("reason");
    RejectReason reason =
        Arrays.stream(RejectReason.values())
            .filter(each -> each.code().equals(code))
            .findFirst()
            .orElseThrow();
    LogPosition at =
        new LogPosition(
            row.getInt("log_partition"), row.getLong("log_offset"), millis(row, "log_time"));
    Payload kept = new Payload(row.getBytes("original"));
    String hash = row.getString("original_sha256");
    int size = hash == null ? kept.bytes().length : row.getInt("original_size");
    return new Rejected(reason, row.getString("detail"), at, new Original(kept, size, hash));
  }

  private static long millis(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = Objects.requireNonNull(row.getObject(column, OffsetDateTime.class));
    return time.toInstant().toEpochMilli();
  }

  private static String text(byte[] json) {
    return new String(json, StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
