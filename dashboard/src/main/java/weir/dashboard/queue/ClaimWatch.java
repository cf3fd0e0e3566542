package weir.dashboard.queue;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import weir.dashboard.store.Database;

/** Tells who works what, whichever page they work at. */
final class ClaimWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ClaimWatch.class);
  private static final long EVERY_MILLIS = 300;

  private final Supplier<Optional<Database>> desk;
  private final Consumer<List<Claim>> tell;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "claims");
            thread.setDaemon(true);
            return thread;
          });
  private List<Claim> last = List.of();

  @SuppressWarnings("FutureReturnValueIgnored") // It ends with the executor, and never throws.
  ClaimWatch(Supplier<Optional<Database>> desk, Consumer<List<Claim>> tell) {
    this.desk = desk;
    this.tell = tell;
    clock.scheduleWithFixedDelay(this::look, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  synchronized void look() {
    Optional<Database> open = desk.get();
    if (open.isEmpty()) {
      return;
    }
    try {
      List<Claim> now = open.get().ask(Claims::all);
      if (!now.equals(last)) {
        last = now;
        tell.accept(now);
      }
    } catch (SQLException away) {
      LOG.debug("waiting for PostgreSQL", away);
    } catch (RuntimeException unexpected) {
      LOG.warn("It cannot be read who works what: {}", unexpected.toString());
      LOG.debug("where it came from", unexpected);
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
