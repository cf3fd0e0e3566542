package weir.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.failure.UnavailableException;

@Tag("slow")
class LocalPostgresTest {
  private static Connection connect(LocalPostgres postgres) throws SQLException {
    return DriverManager.getConnection(postgres.jdbcUrl(), postgres.user(), "");
  }

  private static void run(LocalPostgres postgres, String sql) throws SQLException {
    try (Connection connection = connect(postgres);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String ask(LocalPostgres postgres, String sql) throws SQLException {
    try (Connection connection = connect(postgres);
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery(sql)) {
      assertThat(result.next()).isTrue();
      return result.getString(1);
    }
  }

  private static List<ProcessHandle> children() {
    return ProcessHandle.current().descendants().filter(ProcessHandle::isAlive).toList();
  }

  /** Another JVM, which waits to be killed. */
  static final class Other {
    private Other() {}

    public static void main(String[] args) throws Exception {
      LocalPostgres postgres = LocalPostgres.start(0, Optional.of(Path.of(args[0])));
      run(postgres, "create table kept as select 42 as answer");
      System.out.println("serves");
      TimeUnit.MINUTES.sleep(5);
      postgres.close();
    }
  }

  @Test
  void itIsTheRealOneOnLoopbackAndLeavesNothing() throws Exception {
    List<ProcessHandle> before = children();
    LocalPostgres postgres = LocalPostgres.start();
    Path data = Path.of(ask(postgres, "show data_directory"));
    assertThat(postgres.jdbcUrl())
        .isEqualTo("jdbc:postgresql://127.0.0.1:%d/weir", postgres.port());
    assertThat(ask(postgres, "select 1")).isEqualTo("1");
    assertThat(ask(postgres, "select version()")).startsWith("PostgreSQL 17.");
    assertThat(ask(postgres, "show listen_addresses")).isEqualTo("127.0.0.1");
    assertThat(ask(postgres, "show unix_socket_directories")).isEmpty();
    assertThat(ask(postgres, "show server_encoding")).isEqualTo("UTF8");
    assertThat(ask(postgres, "select datcollate from pg_database where datname = 'weir'"))
        .isEqualTo("C");
    assertThat(ask(postgres, "show fsync")).isEqualTo("on");
    List<ProcessHandle> during = children();
    assertThat(during).hasSizeGreaterThan(before.size());
    postgres.close();
    postgres.close();
    assertThat(data.getParent()).doesNotExist();
    assertThat(during)
        .filteredOn(process -> !before.contains(process))
        .noneMatch(ProcessHandle::isAlive);
    assertThat(children()).hasSameElementsAs(before);
    assertThatExceptionOfType(UnavailableException.class)
        .isThrownBy(postgres::restart)
        .withMessage("this PostgreSQL is closed");
  }

  @Test
  void aFolderIsHeldAndKeepsItsData(@TempDir Path folder) throws Exception {
    try (LocalPostgres postgres = LocalPostgres.start(0, Optional.of(folder))) {
      run(postgres, "create table kept as select 42 as answer");
      assertThatExceptionOfType(UnavailableException.class)
          .isThrownBy(() -> LocalPostgres.start(0, Optional.of(folder)))
          .withMessage("the data folder %s is in use by another server", folder.toRealPath());
      assertThat(ask(postgres, "select answer from kept")).isEqualTo("42");
    }
    Thread.currentThread().interrupt();
    try (LocalPostgres postgres = LocalPostgres.start(0, Optional.of(folder))) {
      assertThat(Thread.interrupted()).as("still asked to stop").isTrue();
      assertThat(ask(postgres, "select answer from kept")).isEqualTo("42");
    }
    assertThat(folder.resolve("postgres.log")).exists();
    // What it said before that is of no interest to whoever wants to know why it does not start.
    Files.writeString(folder.resolve("data/postgresql.conf"), "no_such_setting = 1");
    assertThatExceptionOfType(UnavailableException.class)
        .isThrownBy(() -> LocalPostgres.start(0, Optional.of(folder)))
        .withMessageStartingWith("PostgreSQL cannot start with its data in " + folder.toRealPath())
        .withMessageContaining("no_such_setting")
        .withMessageNotContaining("ready to accept");
  }

  @Test
  void itGoesAndComesBackInOrderAndAfterACrash() throws Exception {
    try (LocalPostgres postgres = LocalPostgres.start()) {
      String url = postgres.jdbcUrl();
      run(postgres, "create table kept as select 42 as answer");
      try (Connection idle = connect(postgres)) {
        postgres.stop();
        assertThat(idle.isValid(5)).isFalse();
      }
      postgres.stop();
      assertThatExceptionOfType(SQLException.class).isThrownBy(() -> connect(postgres));
      postgres.restart();
      assertThat(postgres.jdbcUrl()).isEqualTo(url);
      assertThat(ask(postgres, "select answer from kept")).isEqualTo("42");
      run(postgres, "update kept set answer = 43");
      Path data = Path.of(ask(postgres, "show data_directory"));
      try (Connection busy = connect(postgres)) {
        busy.setAutoCommit(false);
        busy.createStatement().execute("update kept set answer = 44");
        postgres.kill();
        assertThat(busy.isValid(5)).isFalse();
      }
      assertThat(data.resolve("postmaster.pid")).as("no shutdown in order").exists();
      postgres.restart();
      assertThat(ask(postgres, "select answer from kept")).isEqualTo("43");
    }
  }

  @Test
  void itEndsWithAJvmThatIsKilledAndItsDataCanBeHadAtOnce(@TempDir Path folder) throws Exception {
    Process other =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Other.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader said = other.inputReader()) {
      assertThat(said.readLine()).isEqualTo("serves");
      List<ProcessHandle> servers = other.descendants().toList();
      assertThat(servers).isNotEmpty();
      other.destroyForcibly().waitFor();
      try (LocalPostgres postgres = LocalPostgres.start(0, Optional.of(folder))) {
        assertThat(ask(postgres, "select answer from kept")).isEqualTo("42");
      }
      for (ProcessHandle server : servers) {
        assertThat(server.onExit()).succeedsWithin(Duration.ofSeconds(5));
      }
    } finally {
      other.destroyForcibly();
    }
  }

  @Test
  void aPortInUseIsSaid(@TempDir Path folder) throws IOException {
    try (ServerSocket taken =
        new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
      int port = taken.getLocalPort();
      assertThatExceptionOfType(UnavailableException.class)
          .isThrownBy(() -> LocalPostgres.start(port, Optional.of(folder)))
          .withMessage("port %d on 127.0.0.1 is in use", port);
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aFolderWithOtherThingsIsLeftAlone(@TempDir Path folder) throws IOException {
    Path photos = Files.createDirectory(folder.resolve("photos"));
    assertThatExceptionOfType(UnavailableException.class)
        .isThrownBy(() -> LocalPostgres.start(0, Optional.of(folder)))
        .withMessage(
            "the data folder %s is not empty and holds no data of this PostgreSQL",
            folder.toRealPath());
    assertThat(photos).isEmptyDirectory();
    Path file = Files.createFile(folder.resolve("file"));
    assertThatExceptionOfType(UnavailableException.class)
        .isThrownBy(() -> LocalPostgres.start(0, Optional.of(file)))
        .withMessage("the data folder %s is a file", file);
  }
}
