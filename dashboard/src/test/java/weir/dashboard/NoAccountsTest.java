package weir.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import weir.dashboard.access.DeskSchema;
import weir.dashboard.store.DatabaseSettings;
import weir.dashboard.web.Addresses;

/** A page without accounts: everybody may look, and nobody may do anything. */
@ExtendWith(SharedStage.class)
@Timeout(120)
class NoAccountsTest {
  private final Stage stage;

  NoAccountsTest(Stage stage) {
    this.stage = stage;
  }

  @Test
  void itIsReadAndNothingElse() throws Exception {
    Person person = new Person(stage.address());
    assertThat(person.get("/api/me").body())
        .isEqualTo("{\"accounts\":false,\"name\":null,\"role\":null,\"token\":null}");
    assertThat(person.get("/").statusCode()).isEqualTo(200);
    for (Addresses.Told each : Addresses.all().toList()) {
      if (each.method().equals("GET") && !each.forAccounts()) {
        assertThat(person.get(each.path()).statusCode()).as(each.path()).isNotIn(401, 403, 500);
      } else {
        assertThat(person.ask(each.method(), each.path(), "{}").statusCode())
            .as(each.path())
            .isEqualTo(403);
      }
    }
  }

  @Test
  void thereAreNoCases() throws Exception {
    Person person = new Person(stage.address());
    for (String each : List.of("?user=anybody", "/evidence?decision=1")) {
      assertThat(person.get("/api/cases" + each).statusCode()).as(each).isEqualTo(403);
    }
  }

  @Test
  void thePageMakesNoTables() throws Exception {
    try (var connection = stage.postgres.connect(stage.postgres.owner());
        var rows =
            connection
                .createStatement()
                .executeQuery("select count(*) from pg_namespace where nspname = 'desk'")) {
      rows.next();
      assertThat(rows.getInt(1)).isZero();
    }
  }

  /** In a JVM as small as the page's, which has to make the tables. */
  @Test
  void ifAccountsAreWantedNobodyGetsInBeforeThereAreSome(@TempDir Path folder) throws Exception {
    Path screen = folder.resolve("screen");
    try (PostgresStage fresh = new PostgresStage()) {
      Process page =
          Program.of(
                  List.of(
                      "--port=0",
                      "--accounts",
                      "--bootstrapServers=",
                      "--jdbcUrl=" + fresh.jdbcUrl(),
                      "--jdbcUser=" + fresh.owner()))
              .redirectOutput(screen.toFile())
              .start();
      try {
        Waiting.until("it is up", () -> Files.readString(screen).contains("Live page: "));
        String address = Files.readString(screen).replaceFirst("(?s).*Live page: (\\S+).*", "$1");
        Person person = new Person(address);
        Waiting.until(
            "the tables are made",
            () -> person.get("/api/me").body().contains("\"accounts\":true"));
        assertThat(person.get("/api/alerts").statusCode()).isEqualTo(401);
        assertThat(person.signIn("admin", "admin and no more").statusCode()).isEqualTo(401);
        assertThat(Files.readAllLines(screen)).containsExactly("Live page: " + address);
      } finally {
        page.destroyForcibly().waitFor();
      }
    }
  }

  @Test
  void ifThePageMayNotReadTheAccountsNobodyGetsInAndThatIsSaid() throws Exception {
    try (PostgresStage fresh = new PostgresStage();
        Dashboard shut =
            Dashboard.start(
                Settings.of(
                    List.of(
                        "--port=0",
                        "--bootstrapServers=",
                        "--jdbcUrl=" + fresh.jdbcUrl(),
                        "--jdbcUser=" + PostgresStage.READER)))) {
      Person person = new Person(shut.address());
      Waiting.until("it is open", () -> person.get("/api/alerts").statusCode() == 200);
      DeskSchema.migrate(new DatabaseSettings(fresh.jdbcUrl(), fresh.owner(), ""));
      Waiting.until("it is shut", () -> person.get("/api/alerts").statusCode() == 503);
      assertThat(person.get("/api/alerts").body()).contains("grant its database user the role");
      assertThat(person.signIn("ada", "whatever it is").statusCode()).isEqualTo(503);
      fresh.grantDesk();
      Waiting.until("it is open again", () -> person.get("/api/alerts").statusCode() == 200);
    }
  }

  @Test
  void whilePostgresHasNotAnsweredNobodyGetsIn() throws Exception {
    try (Dashboard unsure =
        Dashboard.start(
            Settings.of(
                List.of(
                    "--port=0",
                    "--bootstrapServers=" + stage.kafka.bootstrapServers(),
                    "--jdbcUrl=jdbc:postgresql://127.0.0.1:9/weir")))) {
      Person person = new Person(unsure.address());
      var answer = person.get("/api/alerts");
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.body()).contains("not known who may look");
      assertThat(person.get("/healthz").body()).contains("postgres");
    }
  }
}
