package weir.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import weir.dashboard.access.Role;
import weir.dashboard.store.OpenAlerts;
import weir.dashboard.store.Period;
import weir.model.Alert;

/** Deciding, and what comes of it in the log, in the database and on other pages. */
@ExtendWith(SharedDesk.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class DecisionsTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String DECISIONS = "/api/decisions";

  /** It takes less than a second where the machine has nothing else to do. */
  private static final long SOON_NANOS = 5_000_000_000L;

  private final DeskStage stage;

  @SuppressWarnings("NullAway.Init")
  private Person analyst;

  DecisionsTest(DeskStage stage) {
    this.stage = stage;
  }

  @BeforeAll
  void signIn() throws Exception {
    analyst = stage.somebody(Role.ANALYST, "anna");
  }

  private HttpResponse<String> decide(String alert, String decision) throws Exception {
    return analyst.post(DECISIONS, about(alert, decision));
  }

  private static String about(String alert, String decision) {
    return "{\"alert\":\"" + alert + "\",\"decision\":\"" + decision + "\"}";
  }

  private HttpResponse<String> undo(String intent) throws Exception {
    return analyst.post(DECISIONS, "{\"undo\":\"" + intent + "\"}");
  }

  private static String intent(HttpResponse<String> answer) throws Exception {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body()).get("intent").asText();
  }

  @Test
  void aDecisionIsALabelInTheLogAndARow() throws Exception {
    Alert alert = stage.alert("d-fraud", "dora");
    HttpResponse<String> answer = decide("d-fraud", "fraud");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(stage.labels("d-fraud"))
        .singleElement()
        .asString()
        .contains(
            "\"fraud\":true",
            "\"source\":\"analyst\"",
            "\"userId\":\"dora\"",
            "\"timestamp\":" + alert.eventTime(),
            "\"merchantId\":\"m-1\"");
    assertThat(analyst.get(DECISIONS + "?user=dora").body())
        .contains("\"who\":\"anna\"", "\"kind\":\"fraud\"", "\"alertId\":\"d-fraud\"");
    assertThat(stage.somebody(Role.ADMIN).get("/api/audit").body())
        .contains("\"who\":\"anna\",\"action\":\"decided\",\"subject\":\"dora\"");
  }

  @Test
  void whatIsDecidedIsNoLongerOpen() throws Exception {
    Alert alert = stage.alert("d-open", "otto");
    long open = open();
    String dismissed = intent(decide("d-open", "dismissed"));
    assertThat(open()).isEqualTo(open - 1);
    undo(dismissed);
    assertThat(open()).isEqualTo(open);

    String until = "\"until\":" + (System.currentTimeMillis() + 86_400_000L);
    HttpResponse<String> snoozed =
        analyst.post(
            DECISIONS, "{\"alert\":\"" + alert.id() + "\",\"decision\":\"snoozed\"," + until + "}");
    assertThat(open()).isEqualTo(open - 1);
    undo(intent(snoozed));
    assertThat(open()).isEqualTo(open);
  }

  /** How many alerts the page calls open. */
  private long open() throws Exception {
    try (Connection connection = stage.postgres.connect(PostgresStage.READER)) {
      return OpenAlerts.of(connection).stream()
          .filter(each -> each.period().equals(Period.DAY.code()))
          .flatMap(each -> each.severities().values().stream())
          .mapToLong(each -> each)
          .sum();
    }
  }

  @Test
  void othersSeeItSoon() throws Exception {
    stage.alert("d-seen", "sam");
    Person other = stage.somebody(Role.READER);
    try (Events events = Events.as(stage.address(), Objects.requireNonNull(other.cookie))) {
      assertThat(events.next("event: ")).isEqualTo("event: state");
      long start = System.nanoTime();
      decide("d-seen", "dismissed");
      events.next("event: decisions");
      assertThat(events.next("data: ")).contains("\"alertId\":\"d-seen\"");
      assertThat(System.nanoTime() - start).isLessThan(SOON_NANOS);
    }
  }

  /** The rows of both pages come from the same database, and neither knows of the other. */
  @Test
  void thoseAtAnotherPageSeeItSoon() throws Exception {
    stage.alert("d-page", "pat");
    try (Dashboard another = Dashboard.start(stage.settings(0))) {
      Person other = new Person(another.address());
      Waiting.until(
          "it knows of accounts", () -> other.get("/api/me").body().contains("\"accounts\":true"));
      stage.account("pat-reads", Role.READER);
      other.signIn("pat-reads", DeskStage.PASSWORD);
      try (Events events = Events.as(another.address(), Objects.requireNonNull(other.cookie))) {
        assertThat(events.next("event: ")).isEqualTo("event: state");
        decide("d-page", "fraud");
        long start = System.nanoTime();
        events.next("event: decisions");
        assertThat(events.next("data: ")).contains("\"alertId\":\"d-page\"");
        assertThat(System.nanoTime() - start).isLessThan(SOON_NANOS);
      }
    }
  }

  @Test
  void takenBackWhatWasSaidBeforeIsSaidAgain() throws Exception {
    stage.alert("d-undo", "uma");
    String first = intent(decide("d-undo", "fraud"));
    String second = intent(decide("d-undo", "dismissed"));
    assertThat(undo(first).statusCode()).as("a later one stands").isEqualTo(409);

    HttpResponse<String> back = undo(second);
    assertThat(back.body()).contains("\"kind\":\"undone\"", "\"restored\":\"fraud\"");
    assertThat(undo(second).statusCode()).isEqualTo(409);
    assertThat(undo(intent(back)).statusCode()).as("an undo is not undone").isEqualTo(400);
    assertThat(stage.labels("d-undo"))
        .extracting(label -> label.contains("\"fraud\":true"))
        .containsExactly(true, false, true);
  }

  @Test
  void takenBackWithNothingBeforeThePaymentIsNoFraudInNobodysName() throws Exception {
    stage.alert("d-never", "nora");
    HttpResponse<String> back = undo(intent(decide("d-never", "fraud")));

    assertThat(back.body()).contains("\"restored\":null");
    assertThat(stage.labels("d-never"))
        .last()
        .asString()
        .contains("\"fraud\":false", "\"source\":\"undo\"", "\"merchantId\":\"m-1\"");
  }

  @Test
  void takenBackWhatTheBankSaidBeforeStandsAgain() throws Exception {
    Alert alert = stage.alert("d-bank", "bert");
    stage.postgres.label(Alerts.payment("d-bank", "bert", alert.eventTime(), "Porto"), true);
    undo(intent(decide("d-bank", "dismissed")));

    assertThat(stage.labels("d-bank"))
        .last()
        .asString()
        .contains("\"fraud\":true", "\"source\":\"bank\"");
  }

  @Test
  void whatTheBankSaysAfterwardsIsNotTakenBack() throws Exception {
    Alert alert = stage.alert("d-later", "lena");
    String intent = intent(decide("d-later", "dismissed"));
    stage.postgres.label(Alerts.payment("d-later", "lena", alert.eventTime(), "Porto"), true);
    assertThat(undo(intent).statusCode()).isEqualTo(200);

    assertThat(stage.labels("d-later")).singleElement().asString().contains("\"fraud\":false");
  }

  @Test
  void allOpenAlertsOfAUserAreDecidedAtOnce() throws Exception {
    Alert one = stage.alert("d-all-1", "all");
    stage.alert("d-all-2", "all");
    stage.kafka.send(
        Alerts.about(Alerts.payment("d-all-1", "all", one.eventTime(), "Porto"), Alert.Mode.LIVE));
    stage.kafka.send(Alerts.total("d-all-total", "all", one.eventTime(), one.eventTime() + 1));
    stage.kafka.send(Alerts.inMode(Alert.Mode.SHADOW, Alerts.velocity("d-all-trial", "all")));
    Waiting.until(
        "all are there", () -> analyst.get("/api/alert?id=d-all-trial").statusCode() == 200);

    HttpResponse<String> answer =
        analyst.post(DECISIONS, "{\"user\":\"all\",\"decision\":\"fraud\",\"note\":\"all of it\"}");
    JsonNode decisions = JSON.readTree(answer.body()).get("decisions");
    assertThat(decisions).as("two payments and a total").hasSize(3);
    assertThat(stage.labels("d-all-1")).hasSize(1);
    assertThat(stage.labels("d-all-2")).hasSize(1);
    assertThat(analyst.post(DECISIONS, "{\"user\":\"all\",\"decision\":\"fraud\"}").statusCode())
        .isEqualTo(409);

    undo(JSON.readTree(answer.body()).get("intent").asText());
    assertThat(stage.labels("d-all-1")).hasSize(2);
    HttpResponse<String> before =
        analyst.post(DECISIONS, "{\"user\":\"all\",\"decision\":\"fraud\",\"seenUntil\":1}");
    assertThat(before.statusCode()).as("nothing was seen by then").isEqualTo(409);
  }

  @Test
  void aSnoozeIsANoticeWithAnEnd() throws Exception {
    stage.alert("d-snooze", "sven");
    long until = System.currentTimeMillis() + 3_600_000;
    HttpResponse<String> answer =
        analyst.post(
            DECISIONS,
            "{\"alert\":\"d-snooze\",\"decision\":\"snoozed\",\"note\":\"on holiday\",\"until\":"
                + until
                + "}");
    assertThat(answer.body()).contains("\"kind\":\"snoozed\"", "\"until\":" + until);
    List<String> notices = stage.records("transactions.control");
    assertThat(notices)
        .last()
        .asString()
        .contains("velocity/sven", "\"on holiday\"", "\"anna\"", "snoozed");
    assertThat(stage.labels("d-snooze")).isEmpty();

    undo(intent(answer));
    assertThat(stage.records("transactions.control"))
        .hasSize(notices.size() + 1)
        .last()
        .asString()
        .contains("\"remove\":[\"velocity/sven\"]");
  }

  @Test
  void ofTwoWhoDecideAtOnceOneIsToldThatTheOtherWasFaster() throws Exception {
    stage.alert("d-race", "rita");
    List<Person> both = List.of(analyst, stage.somebody(Role.APPROVER, "bob"));
    List<CompletableFuture<Integer>> answers = new ArrayList<>();
    for (Person each : both) {
      answers.add(
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return each.post(
                          DECISIONS, "{\"alert\":\"d-race\",\"decision\":\"fraud\",\"after\":0}")
                      .statusCode();
                } catch (Exception failed) {
                  throw new IllegalStateException(failed);
                }
              }));
    }
    assertThat(answers).extracting(CompletableFuture::join).containsExactlyInAnyOrder(200, 409);
    assertThat(stage.labels("d-race")).hasSize(1);
  }

  @Test
  void whoeverAsksAgainBecauseNoAnswerCameDecidesOnce() throws Exception {
    stage.alert("d-again", "ava");
    String wish =
        "{\"id\":\""
            + UUID.randomUUID()
            + "\",\"alert\":\"d-again\",\"decision\":\"fraud\",\"after\":0}";
    for (int i = 0; i < 3; i++) {
      assertThat(analyst.post(DECISIONS, wish).statusCode()).isEqualTo(200);
    }
    assertThat(stage.labels("d-again")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'); drop table desk.decisions; --",
        "<script>alert(1)</script><img src=x onerror=alert(1)>",
        "\\u202E\\u0007 \\\"}]} \\\\ \uD83D\uDE00",
        "${jndi:ldap://x} %s %n {0}"
      })
  void anyNoteIsKeptAsItIs(String note) throws Exception {
    String id = "note-" + Integer.toHexString(note.hashCode());
    stage.alert(id, id);
    String sent = "{\"alert\":\"" + id + "\",\"decision\":\"fraud\",\"note\":\"" + note + "\"}";
    assertThat(analyst.post(DECISIONS, sent).statusCode()).isEqualTo(200);
    JsonNode kept =
        JSON.readTree(analyst.get(DECISIONS + "?user=" + id).body()).get("decisions").get(0);
    assertThat(kept.get("note")).isEqualTo(JSON.readTree(sent).get("note"));
    assertThat(stage.labels(id)).singleElement().asString().doesNotContain("drop table");
  }

  @Test
  void aFieldOfAnAlertIsNoCodeEither() throws Exception {
    String user = "'; delete from desk.intents; --<b>";
    stage.alert("d-hostile", user);
    assertThat(decide("d-hostile", "fraud").statusCode()).isEqualTo(200);
    assertThat(stage.labels("d-hostile")).singleElement().asString().contains(user);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | Say what it is about",
        "{\"alert\":\"x\"} | Send a decision",
        "{\"alert\":\"x\",\"user\":\"y\",\"decision\":\"fraud\"} | Say what it is about",
        "{\"alert\":\"x\",\"decision\":\"guilty\"} | A decision is fraud, dismissed or snoozed",
        "{\"alert\":\"x\",\"decision\":\"undone\"} | A decision is fraud, dismissed or snoozed",
        "{\"undo\":\"x\"} | undo must be a UUID",
        "{\"undo\":\"x\",\"decision\":\"fraud\"} | Send a decision",
        "{\"alert\":\"x\",\"decision\":\"snoozed\"} | until must be a moment",
        "{\"alert\":\"x\",\"decision\":\"snoozed\",\"until\":1} | until must be a moment",
        "{\"alert\":\"x\",\"decision\":\"snoozed\",\"until\":9e99} | until must be a whole number",
        "{\"alert\":\"x\",\"decision\":\"fraud\",\"until\":1} | until belongs to snoozed",
        "{\"alert\":7,\"decision\":\"fraud\"} | alert must be a text",
      })
  void whatMakesNoSenseIsToldSo(String body, String why) throws Exception {
    HttpResponse<String> answer = analyst.post(DECISIONS, body);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains(why);
  }

  @Test
  void whatIsNotThereIsNotDecided() throws Exception {
    assertThat(decide("no-such-alert", "fraud").statusCode()).isEqualTo(404);
    assertThat(undo(UUID.randomUUID().toString()).statusCode()).isEqualTo(404);
    assertThat(analyst.post(DECISIONS, "{\"user\":\"nobody\",\"decision\":\"fraud\"}").statusCode())
        .isEqualTo(409);
    String note = "x".repeat(1001);
    assertThat(
            analyst
                .post(
                    DECISIONS, "{\"alert\":\"x\",\"decision\":\"fraud\",\"note\":\"" + note + "\"}")
                .statusCode())
        .isEqualTo(400);
  }

  @Test
  void noTableOfDecisionsIsChangedByThePage() throws Exception {
    try (Connection connection = stage.postgres.connect(PostgresStage.READER);
        var statement = connection.createStatement()) {
      // As the page does.
      statement.execute("set default_transaction_read_only = off");
      for (String change :
          List.of(
              "delete from desk.decisions",
              "update desk.decisions set who = 'x'",
              "delete from desk.intents",
              "update desk.intents set who = 'x'",
              "insert into alerts (alert_id) values ('x')")) {
        assertThat(catchThrowable(() -> statement.execute(change)))
            .as(change)
            .hasMessageContaining("permission denied");
      }
    }
  }
}
