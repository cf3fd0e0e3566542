package weir.io.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.postgresql.Driver;

/**
 * The connections of this JVM. An engine makes and drops steps as it likes, Spark for every batch:
 * connections outlive them, and go when nobody has used them for a while.
 */
final class Pools {
  private static final Map<PostgresSettings, HikariDataSource> POOLS = new ConcurrentHashMap<>();

  /** More than an engine has threads; they are opened when they are needed. */
  private static final int MOST = 32;

  private static final int IDLE_MILLIS = 30_000;

  /** How long one attempt waits; how often there is another is for the caller to say. */
  private static final int ATTEMPT_MILLIS = 5_000;

  private Pools() {}

  static Connection connect(PostgresSettings settings) throws SQLException {
    return POOLS.computeIfAbsent(settings, Pools::open).getConnection();
  }

  private static HikariDataSource open(PostgresSettings settings) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("weir-postgres");
    config.setJdbcUrl(settings.url());
    // By its name: on a worker java.sql looked for drivers when the first job came, and a later one
    // has classes of its own.
    config.setDriverClassName(Driver.class.getName());
    config.setUsername(settings.user());
    config.setPassword(settings.password());
    config.setAutoCommit(false);
    config.setMaximumPoolSize(MOST);
    config.setMinimumIdle(0);
    config.setIdleTimeout(IDLE_MILLIS);
    config.setConnectionTimeout(ATTEMPT_MILLIS);
    config.setInitializationFailTimeout(-1);
    config.addDataSourceProperty("ApplicationName", "weir");
    config.addDataSourceProperty("socketTimeout", "60");
    config.addDataSourceProperty("tcpKeepAlive", "true");
    return new HikariDataSource(config);
  }
}
