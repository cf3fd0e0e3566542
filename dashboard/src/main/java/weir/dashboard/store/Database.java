package weir.dashboard.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;

/** The connections of the page: few, impatient, and unable to write. */
public final class Database implements AutoCloseable {
  private static final int MOST = 4;
  private static final int ATTEMPT_MILLIS = 2000;

  /** For any user: a query must not write or run for long. */
  private static final String LIMITS =
      "-c default_transaction_read_only=on -c statement_timeout=5000";

  /** One question to the database. */
  public interface Query<T> {
    T ask(Connection connection) throws SQLException;
  }

  private final HikariDataSource pool;

  public Database(DatabaseSettings settings) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("weir-dashboard");
    config.setJdbcUrl(settings.url());
    config.setUsername(settings.user());
    config.setPassword(settings.password());
    config.setReadOnly(true);
    config.setMaximumPoolSize(MOST);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(ATTEMPT_MILLIS);
    config.setInitializationFailTimeout(-1);
    config.addDataSourceProperty("ApplicationName", "weir-dashboard");
    config.addDataSourceProperty("connectTimeout", "2");
    config.addDataSourceProperty("socketTimeout", "10");
    config.addDataSourceProperty("options", LIMITS);
    pool = new HikariDataSource(config);
  }

  public <T> T ask(Query<T> query) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      return query.ask(connection);
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
