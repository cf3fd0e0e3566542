package weir.dashboard.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import weir.dashboard.live.Feed;
import weir.dashboard.live.Found;
import weir.dashboard.live.Live;
import weir.dashboard.live.Rates;
import weir.labels.RuleScores;

/** Polls the database, and sends changes to the page. */
public final class Poller implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Poller.class);
  private static final long EVERY_MILLIS = 1000;
  private static final int MOST_ALERTS = 5000;
  private static final int GROUNDED = 300;

  /**
   * How long a writer may take: rows can become visible in another order than that of their times.
   */
  private static final long OVERLAP_MILLIS = 3000;

  private final Database database;
  private final Live live;
  private final Consumer<Found> alerts;
  private final Consumer<List<Grounds.Ground>> grounds;
  private final BiConsumer<String, Object> tell;
  private final List<Question> questions =
      List.of(
          new Question("totals", 3, Panels::totals),
          new Question("openAlerts", 5, this::open),
          new Question("rules", 3, Panels::rules),
          new Question("users", 4, Panels::users),
          new Question("deadLetters", 4, Panels::deadLetters),
          new Question("amounts", 5, Panels::amounts),
          new Question("scores", 15, this::scores));
  private final NewGrounds newGrounds = new NewGrounds();
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "poller");
            thread.setDaemon(true);
            return thread;
          });
  private long lastDetected = Long.MIN_VALUE;
  private List<OpenAlerts.Picture> lastOpen = List.of();

  @SuppressWarnings("FutureReturnValueIgnored") // It ends with the executor, and never throws.
  public Poller(
      Database database,
      Live live,
      Consumer<Found> alerts,
      Consumer<List<Grounds.Ground>> grounds,
      BiConsumer<String, Object> tell) {
    this.database = database;
    this.live = live;
    this.alerts = alerts;
    this.grounds = grounds;
    this.tell = tell;
    clock.scheduleWithFixedDelay(this::look, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  private void look() {
    try {
      database.ask(
          connection -> {
            live.postgres().up(note(connection));
            live.judging().rows(Panels.written(connection));
            feed(connection);
            grounds(connection);
            for (Question question : questions) {
              question.askIfDue(connection, tell);
            }
            return true;
          });
    } catch (SQLException failed) {
      LOG.debug("waiting for PostgreSQL", failed);
      questions.forEach(Question::forget);
      live.rates().transactionsUnknown(Rates.Counter.DATABASE);
      live.judging().away();
      live.postgres().down(Trouble.of(failed));
    } catch (RuntimeException unexpected) {
      LOG.warn("Cannot read an answer of PostgreSQL: {}", unexpected.toString());
      LOG.debug("where it came from", unexpected);
      live.judging().away();
      live.postgres().down("gave an answer that cannot be read; the server's log has it");
    }
  }

  /** All alerts at the start; then, while there is no log, those since the last poll. */
  private void feed(Connection connection) throws SQLException {
    boolean first = lastDetected == Long.MIN_VALUE;
    if (!first && live.kafka().isUp()) {
      // If the log goes away, only alerts since now are new, not all since the start.
      lastDetected = Math.max(lastDetected, live.feed().newestDetectedAt());
      return;
    }
    List<Found> found =
        new ArrayList<>(
            first
                ? StoredAlerts.newest(connection, Feed.MOST)
                : StoredAlerts.since(connection, lastDetected - OVERLAP_MILLIS, MOST_ALERTS));
    found.sort((a, b) -> Long.compare(a.detectedAt(), b.detectedAt()));
    found.forEach(alerts);
    lastDetected =
        found.isEmpty()
            ? Math.max(lastDetected, 0)
            : Math.max(lastDetected, found.get(found.size() - 1).detectedAt());
    if (!live.kafka().isUp()) {
      live.rates()
          .transactions(Rates.Counter.DATABASE, Panels.inserted(connection), System.nanoTime());
    }
  }

  private void grounds(Connection connection) throws SQLException {
    List<Grounds.Ground> more = newGrounds.of(connection, live.feed().newest(GROUNDED));
    if (!more.isEmpty()) {
      grounds.accept(more);
    }
  }

  private List<OpenAlerts.Picture> open(Connection connection) throws SQLException {
    return orElse(lastOpen, () -> lastOpen = OpenAlerts.of(connection));
  }

  private RuleScores scores(Connection connection) throws SQLException {
    RuleScores last = Objects.requireNonNull(live.scores().get());
    RuleScores scores = orElse(last, () -> Panels.scores(connection));
    live.scores().set(scores);
    return scores;
  }

  private interface Asking<T> {
    T ask() throws SQLException;
  }

  /** It may take too long in a large database, or be forbidden: then that of before stays. */
  private static <T> T orElse(T last, Asking<T> now) throws SQLException {
    try {
      return now.ask();
    } catch (SQLException failed) {
      if (!Trouble.isOfOneQuery(failed)) {
        throw failed;
      }
      LOG.debug("no answer to one question", failed);
      return last;
    }
  }

  private static @Nullable String note(Connection connection) throws SQLException {
    boolean writes =
        Query.only(
            connection, "select has_table_privilege('alerts', 'insert')", row -> row.getBoolean(1));
    return writes
        ? "its user may write: give the page a user that has only the role weir_reader"
        : null;
  }

  @Override
  public void close() {
    clock.shutdownNow();
    try {
      clock.awaitTermination(5, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
