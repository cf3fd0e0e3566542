package weir.dashboard.web;

import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import weir.dashboard.access.Access;

/** Ends the streams of those whose sessions have ended: they were let in before. */
final class Revocation implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Revocation.class);
  private static final long EVERY_MILLIS = 1000;

  private final Access access;
  private final Hub hub;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "revocation");
            thread.setDaemon(true);
            return thread;
          });

  @SuppressWarnings("FutureReturnValueIgnored") // It ends with the executor, and never throws.
  Revocation(Access access, Hub hub) {
    this.access = access;
    this.hub = hub;
    clock.scheduleWithFixedDelay(this::look, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void look() {
    try {
      // Those who came while there were no accounts have not signed in.
      if (access.desk().isPresent()) {
        hub.endStrangers();
      }
      Set<String> sessions = hub.sessions();
      if (!sessions.isEmpty()) {
        hub.end(access.ended(sessions));
      }
    } catch (SQLException away) {
      LOG.debug("not known whether sessions have ended", away);
    } catch (RuntimeException unexpected) {
      LOG.warn("It cannot be found out whether sessions have ended: {}", unexpected.toString());
      LOG.debug("where it came from", unexpected);
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
