package weir.dashboard.backtest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import weir.dashboard.access.Audit;
import weir.dashboard.access.Visitor;
import weir.dashboard.desk.WrongWishException;
import weir.dashboard.desk.WrongWishException.Fault;
import weir.dashboard.store.Database;
import weir.dashboard.store.Query;
import weir.launch.ChildJvm;
import weir.launch.Launch;

/** Tries proposals on the past: one at a time over all pages, for a bounded time. */
public final class ProposalTests implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ProposalTests.class);
  private static final Duration LONGEST = Duration.ofMinutes(30);
  private static final Duration BEAT = Duration.ofSeconds(1);
  private static final long MOST_ANSWER = 8 << 20;
  private static final long TO_END_MILLIS = 5000;

  private final Supplier<Optional<Database>> desk;
  private final Optional<BacktestSettings> settings;
  private final Supplier<Launch> launch;
  private volatile boolean closed;
  private @Nullable Thread thread;

  /**
   * None runs yet.
   *
   * @param settings over what proposals are tried; absent if nothing was said
   * @param launch the JVM of ./weir backtest, without its command line
   */
  public ProposalTests(
      Supplier<Optional<Database>> desk,
      Optional<BacktestSettings> settings,
      Supplier<Launch> launch) {
    this.desk = desk;
    this.settings = settings;
    this.launch = launch;
  }

  /** The log that proposals are tried on, as people call it. */
  public Optional<String> source() {
    return settings.map(BacktestSettings::source);
  }

  /** Those of a proposal, the newest first. */
  public List<Tested> of(long proposal) throws SQLException {
    return desk().ask(connection -> TestedRows.of(connection, proposal));
  }

  /** Begins to try a proposal. */
  public synchronized List<Tested> begin(long proposal, Visitor visitor) throws SQLException {
    BacktestSettings over =
        settings.orElseThrow(
            () ->
                new WrongWishException(
                    Fault.CONFLICT,
                    "This page has no log to try rules on: start it with --backtestLog"));
    Database open = desk();
    Optional<String> text =
        open
            .ask(
                connection ->
                    Query.of(
                        connection,
                        "select book from desk.proposals where id = ?",
                        row -> row.getString(1),
                        proposal))
            .stream()
            .findFirst();
    if (text.isEmpty()) {
      throw new WrongWishException(Fault.MISSING, "There is no proposal " + proposal);
    }
    Optional<Long> begun =
        open.inOne(
            connection -> {
              TestedRows.endLost(connection);
              Optional<Long> id = TestedRows.begin(connection, proposal, visitor.name());
              if (id.isPresent()) {
                Audit.write(connection, visitor, "back-tested", "proposal " + proposal, "");
              }
              return id;
            });
    long id =
        begun.orElseThrow(
            () ->
                new WrongWishException(
                    Fault.CONFLICT, "Another back-test is running: wait for it, or cancel it"));
    Thread running = new Thread(() -> run(open, id, text.get(), over), "back-test");
    running.setDaemon(true);
    thread = running;
    running.start();
    return of(proposal);
  }

  /** Ends the back-test of a proposal. */
  public List<Tested> cancel(long proposal, Visitor visitor) throws SQLException {
    Database open = desk();
    Optional<Long> running = open.ask(connection -> TestedRows.running(connection, proposal));
    if (running.isEmpty()) {
      throw new WrongWishException(Fault.CONFLICT, "No back-test of this proposal is running");
    }
    open.inOne(
        connection -> {
          TestedRows.end(
              connection, running.get(), TestedRows.CANCELLED, "by " + visitor.name(), null);
          Audit.write(connection, visitor, "cancelled a back-test", "proposal " + proposal, "");
          return true;
        });
    return of(proposal);
  }

  private void run(Database open, long id, String text, BacktestSettings over) {
    @Nullable Path folder = null;
    try {
      folder = Files.createTempDirectory("weir-backtest-");
      Outcome outcome = run(open, id, text, over, folder);
      open.ask(
          connection ->
              TestedRows.end(connection, id, outcome.state, outcome.detail, outcome.answer));
    } catch (IOException | SQLException | RuntimeException failed) {
      LOG.warn("A back-test failed: {}", failed.toString());
      LOG.debug("where it came from", failed);
      endFailed(open, id);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      if (folder != null) {
        delete(folder);
      }
    }
  }

  private static void endFailed(Database open, long id) {
    try {
      open.ask(
          connection ->
              TestedRows.end(connection, id, "failed", "the server failed; see its log", null));
    } catch (SQLException away) {
      LOG.debug("not noted that a back-test failed", away);
    }
  }

  private record Outcome(String state, String detail, @Nullable String answer) {}

  private Outcome run(Database open, long id, String text, BacktestSettings over, Path folder)
      throws IOException, SQLException, InterruptedException {
    Path rules = Files.writeString(folder.resolve("rules.yaml"), text);
    Path answer = folder.resolve("answer.json");
    List<String> arguments = new ArrayList<>();
    arguments.add("backtest");
    arguments.addAll(over.arguments());
    arguments.add("--rules=" + rules);
    arguments.add("--json=" + answer);
    long end = System.nanoTime() + LONGEST.toNanos();
    try (ChildJvm jvm = launch.get().arguments(arguments).in(folder).logTo(folder.resolve("log"))) {
      while (!jvm.endsWithin(BEAT)) {
        if (closed) {
          return new Outcome("failed", "the page was stopped", null);
        }
        if (System.nanoTime() > end) {
          return new Outcome("failed", "it took longer than " + LONGEST.toMinutes() + " min", null);
        }
        if (!open.ask(connection -> TestedRows.goesOn(connection, id))) {
          return new Outcome(TestedRows.CANCELLED, "", null);
        }
      }
      if (!jvm.endedWith(0)) {
        return new Outcome("failed", jvm.lastWords().reason().orElse("it did not say why"), null);
      }
    }
    if (Files.size(answer) > MOST_ANSWER) {
      return new Outcome("failed", "its answer is too large", null);
    }
    return new Outcome("done", "", Files.readString(answer));
  }

  private static void delete(Path folder) {
    try {
      for (String each : List.of("rules.yaml", "answer.json", "log")) {
        Files.deleteIfExists(folder.resolve(each));
      }
      Files.deleteIfExists(folder);
    } catch (IOException left) {
      LOG.debug("a folder is left behind", left);
    }
  }

  private Database desk() {
    return desk.get()
        .orElseThrow(
            () ->
                new WrongWishException(Fault.CONFLICT, "Nobody decides before there are accounts"));
  }

  @Override
  public synchronized void close() {
    closed = true;
    Thread running = thread;
    if (running != null) {
      try {
        running.join(TO_END_MILLIS);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
