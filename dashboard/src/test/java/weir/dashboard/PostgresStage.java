package weir.dashboard;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import weir.local.LocalPostgres;
import weir.model.Alert;
import weir.model.Transaction;

/** A real PostgreSQL with Weir's tables, and a user of it who may only read. */
public final class PostgresStage implements AutoCloseable {
  public static final String READER = "reader";

  private final LocalPostgres postgres = LocalPostgres.start();

  public PostgresStage() throws IOException, SQLException {
    for (String script :
        List.of(
            "V1__answers.sql",
            "V2__roles.sql",
            "V4__books.sql",
            "V5__modes.sql",
            "V6__fields.sql",
            "V7__expressions.sql",
            "V8__keys.sql",
            "V9__labels.sql",
            "V10__scores.sql")) {
      try (InputStream in = getClass().getResourceAsStream("/weir/postgres/" + script);
          Connection connection = connect(postgres.user());
          Statement each = connection.createStatement()) {
        each.execute(new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    insert("create role " + READER + " login in role weir_reader");
  }

  public String jdbcUrl() {
    return postgres.jdbcUrl();
  }

  /** Who made the tables, and may do everything. */
  public String owner() {
    return postgres.user();
  }

  /** Lets the page's user write at the desk, too. */
  void grantDesk() throws SQLException {
    insert("grant weir_desk to " + READER);
    insert("alter role " + READER + " set default_transaction_read_only = on");
  }

  public Connection connect(String user) throws SQLException {
    return DriverManager.getConnection(postgres.jdbcUrl(), user, "");
  }

  void stop() {
    postgres.stop();
  }

  void restart() {
    postgres.restart();
  }

  void insert(Transaction transaction, boolean flagged) throws SQLException {
    insert(
        "insert into transactions values"
            + " (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, null, '{}', 1)",
        transaction.userId(),
        new Timestamp(transaction.time()),
        transaction.id(),
        transaction.amountMinor() / 100.0,
        transaction.currency(),
        transaction.merchantId(),
        transaction.category(),
        transaction.paymentMethod(),
        transaction.city(),
        transaction.country(),
        transaction.latitude(),
        transaction.longitude(),
        transaction.deviceId(),
        flagged);
  }

  /** Gives a transaction values of declared fields, as JSON. */
  void declare(String transactionId, String fields) throws SQLException {
    insert(
        "update transactions set fields = ?::jsonb where transaction_id = ?",
        fields,
        transactionId);
  }

  /** Gives a transaction the score of a model. */
  void score(String transactionId, int score) throws SQLException {
    insert("update transactions set score = ? where transaction_id = ?", score, transactionId);
  }

  /** As the pipeline does: found just now. */
  public void insert(Alert alert) throws SQLException {
    insert(
        "insert into alerts values"
            + " (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, string_to_array(?, ','), ?, ?, now(),"
            + " 'x', ?, ?, ?::jsonb, ?::jsonb)",
        alert.id(),
        alert.status().code(),
        alert.ruleId(),
        alert.ruleVersion(),
        alert.severity().code(),
        alert.userId(),
        alert.transactionId(),
        new Timestamp(alert.eventTime()),
        new Timestamp(alert.windowStart()),
        new Timestamp(alert.windowEnd()),
        alert.seen(),
        alert.observed(),
        alert.limit(),
        alert.unit(),
        String.join(",", alert.evidence()),
        alert.evidenceCount(),
        alert.reason(),
        alert.book(),
        alert.mode().code(),
        alert.values(),
        alert.by());
  }

  /** Says afterwards what a payment was. */
  void label(Transaction transaction, boolean fraud) throws SQLException {
    insert(
        "insert into labels values (?, ?, ?, ?, 'bank', now(), 0, 0)",
        transaction.userId(),
        new Timestamp(transaction.time()),
        transaction.id(),
        fraud);
  }

  /** Has a version of a rule stand in the first book. */
  void putInBook(String rule, int version, String mode) throws SQLException {
    insert("insert into book_rules values (1, ?, ?, array[?])", rule, version, mode);
  }

  void insertDeadLetter(String reason) throws SQLException {
    insertDeadLetter(reason, "", "");
  }

  void insertDeadLetter(String reason, String detail, String original) throws SQLException {
    insert(
        "insert into dead_letters values"
            + " ('t', 0, (select count(*) from dead_letters), now(), ?, ?, ?)",
        reason,
        detail,
        original.getBytes(StandardCharsets.UTF_8));
  }

  private void insert(String statement, @Nullable Object... values) throws SQLException {
    try (Connection connection = connect(postgres.user());
        PreparedStatement each = connection.prepareStatement(statement)) {
      for (int i = 0; i < values.length; i++) {
        each.setObject(i + 1, values[i]);
      }
      each.execute();
    }
  }

  @Override
  public void close() {
    postgres.close();
  }
}
