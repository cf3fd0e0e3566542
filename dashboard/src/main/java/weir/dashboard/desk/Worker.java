package weir.dashboard.desk;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import weir.dashboard.store.Database;
import weir.dashboard.store.Trouble;
import weir.failure.UnavailableException;

/**
 * A thread that finishes what waits in a table, when it is woken and each second. Who waits for one
 * thing is told when it is finished, and why nothing is finished now.
 */
public final class Worker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
  private static final long EVERY_MILLIS = 1000;
  private static final long TO_END_MILLIS = 5000;

  private final String failing;
  private final Supplier<Optional<Database>> desk;
  private final Pass pass;
  private final Map<UUID, CompletableFuture<Boolean>> awaited = new ConcurrentHashMap<>();
  private final Semaphore wanted = new Semaphore(0);
  private final Thread thread;
  private volatile boolean closed;
  private volatile @Nullable String trouble;

  /** Finishes all that waits now. */
  public interface Pass {
    void run(Database open) throws SQLException;
  }

  /**
   * Does not begin yet.
   *
   * @param failing what the log says if a pass fails in a way that nobody expected
   */
  public Worker(String name, String failing, Supplier<Optional<Database>> desk, Pass pass) {
    this.failing = failing;
    this.desk = desk;
    this.pass = pass;
    thread = new Thread(this::run, name);
    thread.setDaemon(true);
  }

  public void start() {
    thread.start();
  }

  /** Whether this is finished within this time; it is finished later otherwise. */
  public boolean isDone(UUID id, Duration patience) {
    CompletableFuture<Boolean> future =
        awaited.computeIfAbsent(id, each -> new CompletableFuture<>());
    wake();
    try {
      return future.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException later) {
      return false;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      awaited.remove(id);
    }
  }

  /** Tells whoever waits for it that this is finished. */
  public void finished(UUID id) {
    CompletableFuture<Boolean> future = awaited.get(id);
    if (future != null) {
      future.complete(true);
    }
  }

  /** There is something new to finish. */
  public void wake() {
    wanted.release();
  }

  /** Why nothing is finished now; absent if nothing is wrong. */
  public @Nullable String trouble() {
    return trouble;
  }

  public boolean isClosed() {
    return closed;
  }

  private void run() {
    try {
      while (!closed) {
        pass();
        wanted.tryAcquire(EVERY_MILLIS, TimeUnit.MILLISECONDS);
        wanted.drainPermits();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void pass() {
    Optional<Database> open = desk.get();
    if (open.isEmpty()) {
      return;
    }
    try {
      pass.run(open.get());
      trouble = null;
    } catch (UnavailableException failed) {
      trouble = failed.getMessage();
      LOG.debug("waiting for Kafka", failed);
    } catch (SQLException failed) {
      trouble = "PostgreSQL " + Trouble.of(failed);
      LOG.debug("waiting for PostgreSQL", failed);
    } catch (RuntimeException unexpected) {
      trouble = "the server failed; see its log";
      LOG.warn("{}: {}", failing, unexpected.toString());
      LOG.debug("where it came from", unexpected);
    }
  }

  @Override
  public void close() {
    closed = true;
    wake();
    try {
      thread.join(TO_END_MILLIS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    thread.interrupt();
  }
}
