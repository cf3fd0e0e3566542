package weir.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import weir.contract.PostgresAnswers;
import weir.local.LocalPostgres;
import weir.model.FiredRule;
import weir.model.Transaction;
import weir.model.Verdict;

/** A test beside a real database, with Weir's tables and nothing in them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BesidePostgres {
  final LocalPostgres postgres = LocalPostgres.start();

  PostgresSettings settings(Duration patience) {
    return new PostgresSettings(postgres.jdbcUrl(), postgres.user(), "", patience);
  }

  @BeforeAll
  void migrate() {
    Schema.migrate(settings(Duration.ZERO));
  }

  @BeforeEach
  void empty() throws SQLException {
    execute("truncate transactions, alerts, dead_letters");
  }

  @AfterAll
  void stop() {
    postgres.close();
  }

  void execute(String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), "");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  <T> void write(TableRows<T> rows, List<T> elements) throws Exception {
    new Upsert<>(settings(Duration.ofMinutes(1)), rows).write(elements);
  }

  static Verdict verdict(Transaction tx, long seen, FiredRule... fired) {
    return new Verdict(tx, 1, List.of(fired), seen, Verdict.Change.FIRST);
  }

  List<String> transactions() throws SQLException {
    try (PostgresAnswers answers = new PostgresAnswers(postgres.jdbcUrl(), postgres.user())) {
      return List.copyOf(answers.verdicts().values());
    }
  }
}
