package weir.dashboard.desk;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import weir.dashboard.store.Database;

/** Finds new decisions, also those that were made at another page over the same database. */
final class DecisionWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(DecisionWatch.class);
  private static final long EVERY_MILLIS = 300;

  /** A row may become visible this long after its time. */
  private static final int OVERLAP_SECONDS = 10;

  private final Supplier<Optional<Database>> desk;
  private final Consumer<List<Decision>> tell;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "decisions");
            thread.setDaemon(true);
            return thread;
          });
  private Set<Long> known = new HashSet<>();
  private long lookedAtNanos = System.nanoTime();

  @SuppressWarnings("FutureReturnValueIgnored") // It ends with the executor, and never throws.
  DecisionWatch(Supplier<Optional<Database>> desk, Consumer<List<Decision>> tell) {
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
      long now = System.nanoTime();
      int away = (int) TimeUnit.NANOSECONDS.toSeconds(now - lookedAtNanos);
      List<Decision> last =
          open.get().ask(connection -> Decisions.ofTheLast(connection, away + OVERLAP_SECONDS));
      lookedAtNanos = now;
      List<Decision> news = last.stream().filter(each -> !known.contains(each.id())).toList();
      known = last.stream().map(Decision::id).collect(Collectors.toCollection(HashSet::new));
      if (!news.isEmpty()) {
        tell.accept(news);
      }
    } catch (SQLException away) {
      LOG.debug("waiting for PostgreSQL", away);
    } catch (RuntimeException unexpected) {
      LOG.warn("Decisions cannot be read: {}", unexpected.toString());
      LOG.debug("where it came from", unexpected);
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
