package weir.cli.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import weir.cli.page.PageJvm;
import weir.failure.UnavailableException;
import weir.launch.ChildJvm;
import weir.launch.Threads;
import weir.local.LocalKafka;
import weir.local.LocalPostgres;
import weir.local.Topics;
import weir.local.WorkFolder;

/** The live page of a demo. */
public final class DemoPage implements AutoCloseable {
  private static final Duration TO_START = Duration.ofSeconds(15);
  private static final Duration A_MOMENT = Duration.ofMillis(500);
  private static final String READER = "weir_page";
  private static final String ACCOUNT = "demo";
  private static final String ENTRANCE = "/sign-in.html#link=";

  /** What makes the page lead a newcomer through one alert. */
  private static final String GUIDE = "&guide";

  private final ChildJvm page;
  private final WorkFolder folder;
  private final Future<Optional<String>> entrance;
  private boolean told;

  DemoPage(ChildJvm page, WorkFolder folder) {
    this(page, folder, CompletableFuture.completedFuture(Optional.empty()));
  }

  private DemoPage(ChildJvm page, WorkFolder folder, Future<Optional<String>> entrance) {
    this.page = page;
    this.folder = folder;
    this.entrance = entrance;
  }

  /**
   * Starts the page.
   *
   * @param port its port, if it is to have a certain one
   */
  static DemoPage start(
      LocalKafka kafka,
      Topics topics,
      Optional<LocalPostgres> postgres,
      @Nullable Integer port,
      WorkFolder folder) {
    List<String> options = new ArrayList<>();
    options.add("--bootstrapServers=" + kafka.bootstrapServers());
    if (port != null) {
      options.add("--port=" + port);
    }
    postgres.ifPresent(
        database -> {
          options.add("--jdbcUrl=" + database.jdbcUrl());
          options.add("--jdbcUser=" + reader(database));
          options.add("--backtestLog=" + topics.transactions());
          // Whoever looks at a demo is alone.
          options.add("--fourEyes=false");
        });
    ChildJvm page = PageJvm.with(options).logTo(folder.path().resolve("dashboard.log"));
    // It takes a second or two, in which the pipeline starts.
    return new DemoPage(
        page, folder, CompletableFuture.supplyAsync(() -> postgres.flatMap(DemoPage::entrance)));
  }

  /** Makes an account for whoever looks at the demo, and returns the way in, which works once. */
  private static Optional<String> entrance(LocalPostgres database) {
    return PageJvm.users(
            List.of(
                "users",
                "add",
                ACCOUNT,
                "--role=approver",
                "--link",
                "--page=",
                "--jdbcUrl=" + database.jdbcUrl(),
                "--jdbcUser=" + database.user()))
        .output()
        .lines()
        .filter(line -> line.startsWith(ENTRANCE))
        .findFirst();
  }

  /** The user of the page may only read: the demo's database is new, and has no roles yet. */
  private static String reader(LocalPostgres database) {
    try (Connection connection =
            DriverManager.getConnection(database.jdbcUrl(), database.user(), "");
        Statement statement = connection.createStatement()) {
      statement.execute("create role weir_reader nologin");
      statement.execute("create role weir_desk nologin");
      statement.execute("create role " + READER + " login in role weir_reader, weir_desk");
      return READER;
    } catch (SQLException kept) {
      return database.user();
    }
  }

  /**
   * Where the page is, and how one signs in to it. Fails if it ended by itself: its port may have
   * been taken.
   *
   * @param goOn whether it is still of interest
   */
  String address(BooleanSupplier goOn) throws IOException {
    Optional<String> address = PageJvm.address(page, TO_START, goOn);
    // A signal for the whole group reaches the page as well, perhaps a moment earlier.
    if (address.isEmpty() && Threads.sleep(A_MOMENT) && goOn.getAsBoolean()) {
      folder.keep();
      if (!page.isAlive()) {
        throw new UnavailableException("the live page " + PageJvm.end(page));
      }
    }
    return address
        .map(line -> line + signIn(line))
        .orElse("No live page yet: its log is " + page.log());
  }

  /** How one signs in, in a line of its own; nothing if there are no accounts. */
  private String signIn(String line) {
    try {
      return entrance
          .get(TO_START.toSeconds(), TimeUnit.SECONDS)
          .map(
              path ->
                  String.format(
                      "%nSign in once as '%s', an approver: %s%s%s",
                      ACCOUNT, line.replaceFirst("[^:]*: (.*)/", "$1"), path, GUIDE))
          .orElse("");
    } catch (ExecutionException | TimeoutException none) {
      return "";
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return "";
    }
  }

  /**
   * Says once that the page has ended by itself, and why: without it a demo is still one.
   *
   * @param goOn whether it is still of interest
   */
  public void tellEnd(BooleanSupplier goOn, PrintWriter err) {
    if (told || page.isAlive()) {
      return;
    }
    told = true;
    if (Threads.sleep(A_MOMENT) && goOn.getAsBoolean()) {
      folder.keep();
      err.println("weir: going on without the live page, which " + PageJvm.end(page));
      err.flush();
    }
  }

  @Override
  public void close() {
    page.close();
  }
}
