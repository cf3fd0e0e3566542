package weir.dashboard.desk;

import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import weir.dashboard.store.Database;

/** Looks at tables of the desk again and again, since another page may have changed them. */
public final class Watch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
  private static final long EVERY_MILLIS = 300;

  private final String name;
  private final Supplier<Optional<Database>> desk;
  private final Eye eye;
  private final ScheduledExecutorService clock;

  /** What looks. */
  @FunctionalInterface
  public interface Eye {
    void look(Database desk) throws SQLException;
  }

  /**
   * Begins at once.
   *
   * @param name what is watched, as a word
   * @param desk where it is, once there are accounts
   */
  @SuppressWarnings("FutureReturnValueIgnored") // It ends with the executor, and never throws.
  public Watch(String name, Supplier<Optional<Database>> desk, Eye eye) {
    this.name = name;
    this.desk = desk;
    this.eye = eye;
    clock =
        Executors.newSingleThreadScheduledExecutor(
            work -> {
              Thread thread = new Thread(work, name);
              thread.setDaemon(true);
              return thread;
            });
    clock.scheduleWithFixedDelay(this::look, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Looks now. */
  public synchronized void look() {
    Optional<Database> open = desk.get();
    if (open.isEmpty()) {
      return;
    }
    try {
      eye.look(open.get());
    } catch (SQLException away) {
      LOG.debug("waiting for PostgreSQL", away);
    } catch (RuntimeException unexpected) {
      LOG.warn("The desk's {} cannot be read: {}", name, unexpected.toString());
      LOG.debug("where it came from", unexpected);
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
