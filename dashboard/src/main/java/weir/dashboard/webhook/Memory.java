package weir.dashboard.webhook;

import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import weir.dashboard.store.Database;
import weir.dashboard.store.Query;

/**
 * When each user was told of last. The desk's tables keep it as well, if there are some: then it
 * outlives a restart, and of several pages one tells.
 */
final class Memory {
  private static final Logger LOG = LoggerFactory.getLogger(Memory.class);
  private static final int MOST_USERS = 100_000;

  /** The one that was told of the longest ago comes first. */
  private final Map<String, Long> toldAtNanos =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
          return size() > MOST_USERS;
        }
      };

  private final Duration every;
  private final Supplier<Optional<Database>> desk;
  private final LongSupplier nanos;

  Memory(Duration every, Supplier<Optional<Database>> desk, LongSupplier nanos) {
    this.every = every;
    this.desk = desk;
    this.nanos = nanos;
  }

  /** Whether the user was told of within the span, as far as this page knows. */
  synchronized boolean isTold(String user) {
    Long at = toldAtNanos.get(user);
    return at != null && nanos.getAsLong() - at < every.toNanos();
  }

  /** Notes that the user is told of now; false if another page, or this one before, did so. */
  boolean take(String user) {
    boolean first = desk.get().map(database -> take(database, user)).orElse(true);
    synchronized (this) {
      toldAtNanos.remove(user);
      toldAtNanos.put(user, nanos.getAsLong());
    }
    return first;
  }

  private boolean take(Database database, String user) {
    try {
      return database.inOne(
          connection -> {
            Query.change(
                connection,
                "delete from desk.told where told_at < now() - ? * interval '1 ms'",
                every.toMillis());
            return Query.change(
                    connection,
                    "insert into desk.told (user_id) values (?) on conflict do nothing",
                    user)
                > 0;
          });
    } catch (SQLException away) {
      LOG.debug("what was told is not known", away);
      return true;
    }
  }

  /** The message did not arrive: the next alert is told again. */
  void giveBack(String user) {
    synchronized (this) {
      toldAtNanos.remove(user);
    }
    desk.get().ifPresent(database -> giveBack(database, user));
  }

  private static void giveBack(Database database, String user) {
    try {
      database.inOne(
          connection -> Query.change(connection, "delete from desk.told where user_id = ?", user));
    } catch (SQLException away) {
      LOG.debug("what was not told is not noted", away);
    }
  }
}
