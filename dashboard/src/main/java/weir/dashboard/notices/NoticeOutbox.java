package weir.dashboard.notices;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
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
import weir.control.ControlLog;
import weir.dashboard.store.Database;
import weir.dashboard.store.Query;
import weir.dashboard.store.Trouble;
import weir.failure.UnavailableException;
import weir.model.Printable;

/**
 * Writes the notices that wait, one after the other, whichever page does it. A notice that a crash
 * may have left in the topic is looked for before it is written, so that none stands there twice.
 */
public final class NoticeOutbox implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(NoticeOutbox.class);
  private static final long EVERY_MILLIS = 1000;
  private static final long TO_END_MILLIS = 5000;

  private final Supplier<Optional<Database>> desk;
  private final NoticeWire wire;
  private final Follower follower;
  private final Runnable done;
  private final Map<UUID, CompletableFuture<Boolean>> awaited = new ConcurrentHashMap<>();
  private final Semaphore wanted = new Semaphore(0);
  private final Thread thread = new Thread(this::run, "notice-outbox");
  private volatile boolean closed;
  private volatile @Nullable String trouble;

  /**
   * Begins at once.
   *
   * @param done is told after each notice
   */
  public NoticeOutbox(
      Supplier<Optional<Database>> desk, NoticeWire wire, Follower follower, Runnable done) {
    this.desk = desk;
    this.wire = wire;
    this.follower = follower;
    this.done = done;
    thread.setDaemon(true);
    thread.start();
  }

  /** Whether it is done within this time; it is done later otherwise. */
  public boolean isDone(UUID id, Duration patience) {
    CompletableFuture<Boolean> future =
        awaited.computeIfAbsent(id, each -> new CompletableFuture<>());
    wanted.release();
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

  /** Why nothing is written now; absent if nothing is wrong. */
  public @Nullable String trouble() {
    return trouble;
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
      while (!closed && finishFirst(open.get())) {
        done.run();
      }
      trouble = null;
    } catch (UnavailableException failed) {
      trouble = failed.getMessage();
      LOG.debug("waiting for Kafka", failed);
    } catch (SQLException failed) {
      trouble = "PostgreSQL " + Trouble.of(failed);
      LOG.debug("waiting for PostgreSQL", failed);
    } catch (RuntimeException unexpected) {
      trouble = "the server failed; see its log";
      LOG.warn("A notice cannot be written yet: {}", unexpected.toString());
      LOG.debug("where it came from", unexpected);
    }
  }

  /** Finishes the oldest notice; false if there is none. */
  private boolean finishFirst(Database open) throws SQLException {
    if (open.ask(PendingNotices::first).isEmpty()) {
      return false;
    }
    Optional<UUID> finished =
        open.inOne(
            connection -> {
              lock(connection);
              Optional<PendingNotice> first = PendingNotices.first(connection);
              if (first.isPresent()) {
                finish(connection, first.get());
              }
              return first.map(PendingNotice::id);
            });
    finished.ifPresent(
        id -> {
          CompletableFuture<Boolean> future = awaited.get(id);
          if (future != null) {
            future.complete(true);
          }
        });
    return finished.isPresent();
  }

  /** Only one page at a time writes notices. */
  private static void lock(Connection connection) throws SQLException {
    Query.of(
        connection,
        "select pg_advisory_xact_lock(hashtextextended('weir notices', 0))",
        row -> true);
  }

  private void finish(Connection connection, PendingNotice notice) throws SQLException {
    OptionalLong found = wire.find(notice.record(), notice.since());
    if (found.isEmpty()) {
      String obstacle = follower.obstacle(connection, notice, wire.books());
      if (obstacle != null) {
        follower.refused(connection, notice, obstacle);
        PendingNotices.done(connection, notice.id(), null, obstacle);
        return;
      }
    }
    long offset = found.isPresent() ? found.getAsLong() : wire.write(notice.record());
    ControlLog.Heard heard = wire.outcome(offset);
    if (heard.refused().isEmpty()) {
      follower.announced(connection, notice, heard);
      PendingNotices.done(connection, notice.id(), offset, null);
    } else {
      String why = Printable.text(heard.refused().get(0).detail());
      follower.refused(connection, notice, why);
      PendingNotices.done(connection, notice.id(), offset, why);
    }
  }

  @Override
  public void close() {
    closed = true;
    wanted.release();
    try {
      thread.join(TO_END_MILLIS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    thread.interrupt();
  }
}
