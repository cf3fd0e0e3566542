package weir.dashboard.notices;

import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import weir.control.ControlLog;
import weir.dashboard.desk.WireSettings;
import weir.dashboard.store.Database;
import weir.dashboard.store.Query;
import weir.failure.UnavailableException;
import weir.notice.Books;
import weir.topics.TopicLookup;

/**
 * Reads the control topic on and on, and looks for what other pages wrote into the tables, once
 * there are accounts.
 */
public final class ControlWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ControlWatch.class);
  private static final long EVERY_MILLIS = 300;
  private static final long TO_END_MILLIS = 2000;

  private static final String MARK =
      """
      select (select coalesce(max(id), 0) from desk.proposals)
        || '/' || (select coalesce(max(id), 0) from desk.proposal_steps)
        || '/' || (select coalesce(max(number) filter (where done_at is not null), 0)
            from desk.notices)
        || '/' || (select coalesce(string_agg(state, ',' order by id), '') from
            (select id, state from desk.proposal_tests order by id desc limit 3) as newest)
        || '/' || (select coalesce(max(id), 0) from desk.proposal_tests)
      """;

  /**
   * What was read.
   *
   * @param end the first offset of the control topic that was not read
   */
  public record Known(Books books, long end) {}

  /**
   * That something is another than before.
   *
   * @param end where the control topic ends
   * @param mark another one if the tables have changed
   */
  public record Change(long end, String mark) {}

  /** Hears of it. */
  public interface Listener {
    void changed(Change change);
  }

  private final Supplier<Optional<Database>> desk;
  private final WireSettings settings;
  private final Listener listener;
  private final Semaphore wanted = new Semaphore(0);
  private final Thread thread = new Thread(this::run, "control-watch");
  private volatile boolean closed;
  private volatile @Nullable Known known;
  private volatile @Nullable String trouble;
  private @Nullable ControlLog log;
  private String mark = "";
  private @Nullable Change told;

  /** Begins at once. */
  public ControlWatch(Supplier<Optional<Database>> desk, WireSettings settings, Listener listener) {
    this.desk = desk;
    this.settings = settings;
    this.listener = listener;
    thread.setDaemon(true);
    thread.start();
  }

  public String topic() {
    return settings.controlTopic();
  }

  /** What is known of the topic; nothing before it was read once. */
  public Optional<Known> known() {
    return Optional.ofNullable(known);
  }

  /** The same; throws {@link UnavailableException} if nothing is known. */
  public Known require() {
    Known found = known;
    if (found == null) {
      throw new UnavailableException(
          Objects.requireNonNullElse(
              trouble, "the control topic '" + topic() + "' has not been read yet"));
    }
    return found;
  }

  /** Why the topic is not read now; absent if it is. */
  public @Nullable String trouble() {
    return trouble;
  }

  /** Looks again at once. */
  public void look() {
    wanted.release();
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
    closeLog();
  }

  private void pass() {
    Optional<Database> open = desk.get();
    if (open.isEmpty()) {
      return;
    }
    read();
    try {
      mark = open.get().ask(connection -> Query.only(connection, MARK, row -> row.getString(1)));
    } catch (SQLException away) {
      LOG.debug("waiting for PostgreSQL", away);
    }
    Known now = known;
    Change change = new Change(now == null ? -1 : now.end(), mark);
    if (!change.equals(told)) {
      told = change;
      listener.changed(change);
    }
  }

  private void read() {
    try {
      ControlLog open = log;
      if (open == null) {
        new TopicLookup(settings.client()).input(settings.controlTopic());
        open = ControlLog.open(settings.client(), settings.controlTopic());
        log = open;
      }
      ControlLog.Heard heard = open.readToEnd();
      Known before = known;
      if (before == null || before.end() != heard.end()) {
        known = new Known(heard.books(), heard.end());
      }
      trouble = null;
    } catch (KafkaException failed) {
      trouble =
          "the control topic '"
              + topic()
              + "' cannot be read: "
              + String.valueOf(failed.getMessage());
      closeLog();
    } catch (UnavailableException failed) {
      trouble = failed.getMessage();
      closeLog();
    } catch (RuntimeException unexpected) {
      LOG.warn("Rules cannot be read: {}", unexpected.toString());
      LOG.debug("where it came from", unexpected);
      closeLog();
    }
  }

  private void closeLog() {
    ControlLog open = log;
    log = null;
    if (open != null) {
      try {
        open.close();
      } catch (KafkaException gone) {
        LOG.debug("not closed", gone);
      }
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
