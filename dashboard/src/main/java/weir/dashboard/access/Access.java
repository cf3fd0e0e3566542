package weir.dashboard.access;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import weir.dashboard.store.Database;
import weir.dashboard.store.DatabaseSettings;
import weir.failure.UnavailableException;

/**
 * Whether one has to sign in, and who has. It asks the database twice a second whether there are
 * accounts by now; once there were some, the page never opens to everybody again.
 */
public final class Access implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Access.class);
  private static final long EVERY_MILLIS = 500;

  private final Optional<DatabaseSettings> settings;
  private final Optional<Database> reading;
  private final boolean wanted;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "doorkeeper");
            thread.setDaemon(true);
            return thread;
          });

  private boolean told;
  private volatile Door door;
  private volatile @Nullable Database desk;

  /**
   * Looks at once, and then again and again.
   *
   * @param reading the page's connections, if it has a database
   * @param wanted whether one has to sign in even before there are accounts
   */
  @SuppressWarnings("FutureReturnValueIgnored") // It ends with the executor, and never throws.
  public Access(Optional<DatabaseSettings> settings, Optional<Database> reading, boolean wanted) {
    this.settings = settings;
    this.reading = reading;
    this.wanted = wanted;
    door = reading.isEmpty() ? Door.OPEN : Door.UNKNOWN;
    if (reading.isPresent()) {
      clock.scheduleWithFixedDelay(this::look, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  private void look() {
    if (door == Door.SIGNED_IN) {
      return;
    }
    try {
      Door found = reading.orElseThrow().ask(Door::of);
      if (found == Door.OUTDATED) {
        door = found;
      }
      if (wanted && (found == Door.OPEN || found == Door.OUTDATED)) {
        if (found == Door.OUTDATED || !reading.orElseThrow().ask(Door::isMade)) {
          DeskSchema.migrate(settings.orElseThrow());
        }
        found = Door.SIGNED_IN;
      }
      if (found == Door.SIGNED_IN) {
        desk = Database.forDesk(settings.orElseThrow());
      }
      door = found;
    } catch (UnavailableException failed) {
      if (!told) {
        LOG.warn("Nobody can sign in: {}", failed.getMessage());
        told = true;
      }
    } catch (SQLException failed) {
      // What was known stays known: PostgreSQL may go away for a while.
      LOG.debug("not known whether there are accounts", failed);
    } catch (RuntimeException unexpected) {
      LOG.warn("It cannot be found out whether there are accounts: {}", unexpected.toString());
      LOG.debug("where it came from", unexpected);
    }
  }

  public Door door() {
    return door;
  }

  /** The connections that write; there are some only where people sign in. */
  public Optional<Database> desk() {
    return Optional.ofNullable(desk);
  }

  private Database opened() throws SQLException {
    return desk().orElseThrow(() -> new SQLException("there are no accounts"));
  }

  /** Who has this token, if that is still good. */
  public Optional<Session> session(String token) throws SQLException {
    return opened().ask(connection -> Sessions.find(connection, token));
  }

  /** Whose token this is, if it is still good. */
  public Optional<Session> byToken(String token) throws SQLException {
    return opened().ask(connection -> ApiTokens.find(connection, token));
  }

  /** Those of these sessions that have ended. */
  public List<String> ended(Collection<String> ids) throws SQLException {
    return opened().ask(connection -> Sessions.ended(connection, ids));
  }

  public void signOut(Session session, Visitor visitor) throws SQLException {
    opened()
        .inOne(
            connection -> {
              Sessions.end(connection, session.id());
              Audit.write(connection, visitor, "signed out", session.name(), "");
              return true;
            });
  }

  /** Notes that somebody wanted what the role does not allow. */
  public void refused(Visitor visitor, String what) throws SQLException {
    opened()
        .inOne(
            connection -> {
              Audit.write(connection, visitor, "refused", what, "");
              return true;
            });
  }

  @Override
  public void close() {
    clock.shutdownNow();
    desk().ifPresent(Database::close);
  }
}
