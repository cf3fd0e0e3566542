package weir.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.postgresql.Driver;

/**
 * The connections of this JVM. An engine makes and drops steps as it likes, Spark for every batch:
 * connections outlive them, and go when nobody has used them for a while.
 *
 * <p>Then all else goes as well that would keep the classes of a job in the memory of a worker when
 * the job has long ended: the threads of the pools, and the driver's place among all drivers.
 */
final class Pools {
  private static final Map<PostgresSettings, HikariDataSource> POOLS = new HashMap<>();
  private static long lastUse;

  /** More than an engine has threads; they are opened when they are needed. */
  private static final int MOST = 32;

  private static final int IDLE_MILLIS = 30_000;
  private static final int LOOK_MILLIS = 1_000;

  /** How long one attempt waits; how often there is another is for the caller to say. */
  private static final int ATTEMPT_MILLIS = 5_000;

  private Pools() {}

  static Connection connect(PostgresSettings settings) throws SQLException {
    return pool(settings).getConnection();
  }

  private static synchronized HikariDataSource pool(PostgresSettings settings) throws SQLException {
    lastUse = System.nanoTime();
    boolean first = POOLS.isEmpty();
    if (first && !Driver.isRegistered()) {
      Driver.register();
    }
    HikariDataSource pool = POOLS.computeIfAbsent(settings, Pools::open);
    if (first) {
      Thread keeper = new Thread(Pools::keep, "weir-postgres keeper");
      keeper.setDaemon(true);
      keeper.start();
    }
    return pool;
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

  private static void keep() {
    try {
      while (!closed(IDLE_MILLIS)) {
        Thread.sleep(LOOK_MILLIS);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (SQLException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Closes the pools if nobody has used them for so long; whether there are none now. */
  static synchronized boolean closed(long idleMillis) throws SQLException {
    if (System.nanoTime() - lastUse < TimeUnit.MILLISECONDS.toNanos(idleMillis) || areBusy()) {
      return POOLS.isEmpty();
    }
    POOLS.values().forEach(HikariDataSource::close);
    POOLS.clear();
    // Others in this JVM may want the driver, unless it came with a job.
    if (Driver.isRegistered() && Driver.class.getClassLoader() != systemClasses()) {
      Driver.deregister();
    }
    return true;
  }

  private static boolean areBusy() {
    return POOLS.values().stream()
        .anyMatch(pool -> pool.getHikariPoolMXBean().getActiveConnections() > 0);
  }

  private static ClassLoader systemClasses() {
    return ClassLoader.getSystemClassLoader();
  }
}
