package weir.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import weir.local.Listening;
import weir.model.Alert;
import weir.model.Severity;

/** What the server answers to whoever asks for alerts and users. */
@ExtendWith(SharedStage.class)
@Timeout(120)
class AnswersTest {
  private final Stage stage;

  AnswersTest(Stage stage) {
    this.stage = stage;
  }

  @Test
  void filtersAreTheServersToo() throws Exception {
    stage.kafka.send(Alerts.alert("f-1", "ann", "velocity", Severity.HIGH, "quick", 4));
    stage.kafka.send(Alerts.alert("f-2", "ann", "high-value", Severity.MEDIUM, "100% \"odd\"", 1));
    stage.kafka.send(Alerts.alert("f-3", "bob", "velocity", Severity.HIGH, "quick too", 4));
    Waiting.until("all are there", () -> stage.get("/api/alert?id=f-3").statusCode() == 200);

    assertThat(found("user=ann")).contains("f-1", "f-2").doesNotContain("f-3");
    assertThat(found("user=ann&rule=velocity")).contains("f-1").doesNotContain("f-2");
    assertThat(found("user=ann&severity=medium")).contains("f-2").doesNotContain("f-1");
    assertThat(found("text=" + encoded("100% \"ODD\""))).contains("f-2").doesNotContain("f-1");
    assertThat(found("text=" + encoded("' or '1'='1"))).isEqualTo("[]");
  }

  /**
   * 250 critical ones are more than an answer has; the mild one of the same user is in its case.
   */
  @Test
  void byRiskTheGravestComeFirstAndTheirCasesAreWhole() throws Exception {
    for (int i = 0; i < 250; i++) {
      insertQuiet("ri-" + i, "ria", Severity.CRITICAL);
    }
    insertQuiet("ri-mild", "ria", Severity.LOW);
    insertQuiet("ri-other", "rio", Severity.LOW);

    String found = found("rule=rule-ri&order=risk");
    assertThat(found.split("\"ri-\\d+\"", -1)).hasSizeGreaterThan(250);
    assertThat(found).contains("ri-mild").doesNotContain("ri-other");
    assertThat(found.indexOf("ri-mild")).isGreaterThan(found.lastIndexOf("critical"));
    assertThat(found("rule=rule-ri").split("\"ri-", -1)).hasSize(201);
    assertThat(stage.get("/api/alerts?order=worst").statusCode()).isEqualTo(400);
    assertThat(stage.get("/api/alerts?since=yesterday").statusCode()).isEqualTo(400);
    assertThat(found("rule=rule-ri&since=2999-01-01T00:00:00Z")).isEqualTo("[]");
    assertThat(stage.get("/api/dead-letters").statusCode()).isEqualTo(400);
  }

  /** One that counts in no figure of the others who use the stage. */
  private void insertQuiet(String id, String user, Severity severity) throws SQLException {
    Alert alert = Alerts.alert(id, user, "rule-ri", severity, "because", 2);
    stage.postgres.insert(Alerts.inMode(Alert.Mode.SNOOZED, alert));
  }

  @Test
  void snoozedAlertsAreFoundAndThoseOfRulesOnTrialOnlyById() throws Exception {
    for (Alert.Mode mode : Alert.Mode.values()) {
      stage.postgres.insert(Alerts.inMode(mode, Alerts.velocity("mode-" + mode, "moe")));
    }

    for (String answer : List.of(found("user=moe"), found("text=mode-"), user("moe"))) {
      assertThat(answer).contains("mode-LIVE", "mode-SNOOZED", "\"mode\":\"snoozed\"");
      assertThat(answer).doesNotContain("mode-SHADOW");
    }
    assertThat(stage.get("/api/alert?id=mode-SHADOW").body()).contains("\"mode\":\"shadow\"");
  }

  private String user(String id) throws IOException, InterruptedException {
    return stage.get("/api/user?id=" + id).body();
  }

  @Test
  void onlyThisMachineCanAsk() {
    assumeTrue(Listening.isKnown());
    assertThat(Listening.of(ProcessHandle.current()))
        .extracting(InetSocketAddress::getPort)
        .contains(URI.create(stage.address()).getPort());
    assertThat(Listening.beyondLoopback(ProcessHandle.current())).isEmpty();
  }

  private String found(String query) throws IOException, InterruptedException {
    return stage.get("/api/alerts?" + query).body();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Test
  void anAlertIsToldWithWhatItsUserDidAroundIt() throws Exception {
    long now = System.currentTimeMillis();
    stage.postgres.insert(Alerts.payment("p-1", "carl", now - 20_000, "Porto"), false);
    stage.postgres.insert(Alerts.payment("p-2", "carl", now, "Porto"), true);
    stage.postgres.insert(Alerts.payment("p-3", "carl", now - 86_400_000, "Lisboa"), false);
    stage.kafka.send(Alerts.withEvidence("around", "carl", now, List.of("p-1", "p-2")));
    Waiting.until("it is there", () -> stage.get("/api/alert?id=around").statusCode() == 200);

    assertThat(stage.get("/api/alert?id=around").body())
        .contains("\"id\":\"p-1\"", "\"id\":\"p-2\"")
        .doesNotContain("\"id\":\"p-3\"");
    assertThat(stage.get("/api/user?id=carl").body())
        .contains("\"id\":\"p-3\"", "\"alertId\":\"around\"");
    assertThat(stage.get("/api/alert?id=nothing").statusCode()).isEqualTo(404);
  }
}
