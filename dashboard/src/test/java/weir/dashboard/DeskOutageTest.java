package weir.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import weir.dashboard.access.Role;

/** What becomes of decisions while a server is away, or the page itself is killed. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(180)
class DeskOutageTest {
  private static final String DECISIONS = "/api/decisions";

  @SuppressWarnings("NullAway.Init")
  private DeskStage stage;

  @BeforeAll
  void start() throws Exception {
    stage = new DeskStage();
  }

  @AfterAll
  void stop() {
    stage.close();
  }

  private static String fraud(String alert) {
    return "{\"alert\":\"" + alert + "\",\"decision\":\"fraud\"}";
  }

  /** Killed between the click and the record: whoever comes next finishes it. */
  @Test
  void aKilledPageLosesNoDecision(@TempDir Path folder) throws Exception {
    stage.alert("o-killed", "kim");
    stage.stopServer();
    try (StartedPage page = StartedPage.over(stage, folder)) {
      Person analyst = page.stranger();
      stage.account("kai", Role.ANALYST);
      assertThat(analyst.signIn("kai", DeskStage.PASSWORD).statusCode()).isEqualTo(200);
      Waiting.until(
          "it knows the alert", () -> analyst.get("/api/alert?id=o-killed").statusCode() == 200);

      stage.kafka.stop();
      HttpResponse<String> answer = analyst.post(DECISIONS, fraud("o-killed"));
      assertThat(answer.statusCode()).isEqualTo(202);
      assertThat(answer.body()).contains("\"state\":\"waiting\"");
    }
    stage.kafka.restart();
    stage.startServer();
    Person reader = stage.somebody(Role.READER);
    Waiting.until(
        "it is decided",
        () -> reader.get(DECISIONS + "?user=kim").body().contains("\"who\":\"kai\""));
    assertThat(stage.labels("o-killed")).singleElement().asString().contains("\"fraud\":true");
  }

  @Test
  void whileKafkaIsAwayDecisionsWaitInTheirOrder() throws Exception {
    stage.alert("o-kafka", "kurt");
    Person analyst = stage.somebody(Role.ANALYST);
    stage.kafka.stop();
    assertThat(analyst.post(DECISIONS, fraud("o-kafka")).statusCode()).isEqualTo(202);
    HttpResponse<String> second =
        analyst.post(DECISIONS, "{\"alert\":\"o-kafka\",\"decision\":\"dismissed\"}");
    assertThat(second.statusCode()).isEqualTo(202);
    assertThat(analyst.get(DECISIONS + "?user=kurt").body()).doesNotContain("o-kafka");

    stage.kafka.restart();
    Waiting.until(
        "both are decided",
        () -> analyst.get(DECISIONS + "?user=kurt").body().split("\"alertId\":").length == 3);
    assertThat(stage.labels("o-kafka"))
        .extracting(label -> label.contains("\"fraud\":true"))
        .containsExactly(true, false);
  }

  @Test
  void whilePostgresIsAwayNothingIsDecidedAndThatIsSaid() throws Exception {
    stage.alert("o-postgres", "pia");
    Person analyst = stage.somebody(Role.ANALYST);
    stage.postgres.stop();
    HttpResponse<String> answer = analyst.post(DECISIONS, fraud("o-postgres"));
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.body()).contains("PostgreSQL does not answer");
    assertThat(stage.stranger().signIn("first", DeskStage.PASSWORD).statusCode()).isEqualTo(503);

    stage.postgres.restart();
    Waiting.until(
        "it is decided", () -> analyst.post(DECISIONS, fraud("o-postgres")).statusCode() == 200);
    assertThat(stage.labels("o-postgres")).hasSize(1);
  }
}
