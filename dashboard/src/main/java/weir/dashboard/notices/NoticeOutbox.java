package weir.dashboard.notices;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import weir.control.ControlLog;
import weir.dashboard.desk.Worker;
import weir.dashboard.store.Database;
import weir.dashboard.store.Query;
import weir.model.Printable;

/**
 * Writes the notices that wait, one after the other, whichever page does it. A notice that a crash
 * may have left in the topic is looked for before it is written, so that none stands there twice.
 */
public final class NoticeOutbox implements AutoCloseable {
  private final NoticeWire wire;
  private final Follower follower;
  private final Runnable done;
  private final Worker worker;

  /**
   * Begins at once.
   *
   * @param done is told after each notice
   */
  public NoticeOutbox(
      Supplier<Optional<Database>> desk, NoticeWire wire, Follower follower, Runnable done) {
    this.wire = wire;
    this.follower = follower;
    this.done = done;
    worker = new Worker("notice-outbox", "A notice cannot be written yet", desk, this::pass);
    worker.start();
  }

  /** Whether it is done within this time; it is done later otherwise. */
  public boolean isDone(UUID id, Duration patience) {
    return worker.isDone(id, patience);
  }

  /** Why nothing is written now; absent if nothing is wrong. */
  public @Nullable String trouble() {
    return worker.trouble();
  }

  private void pass(Database open) throws SQLException {
    while (!worker.isClosed() && finishFirst(open)) {
      done.run();
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
    finished.ifPresent(worker::finished);
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
    worker.close();
  }
}
