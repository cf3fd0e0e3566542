package weir.dashboard.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;

/** Connections of the page: few, impatient, and unable to write unless they are for its desk. */
public final class Database implements AutoCloseable {
  private static final int MOST = 4;
  private static final int ATTEMPT_MILLIS = 2000;

  /** For any user: a query must not run for long. */
  private static final String LIMITS = "-c statement_timeout=5000";

  /** For any user: it must not write. */
  private static final String READ_ONLY = " -c default_transaction_read_only=on";

  /** A careful operator lets the page's user only read unless it says otherwise. */
  private static final String WRITES = " -c default_transaction_read_only=off";

  /** One question to the database. */
  public interface Query<T> {
    T ask(Connection connection) throws SQLException;
  }

  private final HikariDataSource pool;

  /** Connections that only read. */
  public Database(DatabaseSettings settings) {
    this(settings, /* writes= */ false);
  }

  private Database(DatabaseSettings settings, boolean writes) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("weir-dashboard");
    config.setJdbcUrl(settings.url());
    config.setUsername(settings.user());
    config.setPassword(settings.password());
    config.setReadOnly(!writes);
    config.setMaximumPoolSize(MOST);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(ATTEMPT_MILLIS);
    config.setInitializationFailTimeout(-1);
    config.addDataSourceProperty("ApplicationName", "weir-dashboard");
    config.addDataSourceProperty("connectTimeout", "2");
    config.addDataSourceProperty("socketTimeout", "10");
    config.addDataSourceProperty("options", LIMITS + (writes ? WRITES : READ_ONLY));
    pool = new HikariDataSource(config);
  }

  /** Connections that write what people do at the page. */
  public static Database forDesk(DatabaseSettings settings) {
    return new Database(settings, /* writes= */ true);
  }

  public <T> T ask(Query<T> query) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      return query.ask(connection);
    }
  }

  /** Does all of it, or nothing. */
  public <T> T inOne(Query<T> work) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      connection.setAutoCommit(false);
      boolean done = false;
      try {
        T result = work.ask(connection);
        connection.commit();
        done = true;
        return result;
      } finally {
        if (!done) {
          connection.rollback();
        }
      }
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
