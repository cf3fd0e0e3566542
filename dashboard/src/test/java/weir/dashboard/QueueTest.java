package weir.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weir.dashboard.access.Role;
import weir.model.Alert;
import weir.model.Severity;

/** The queue: its order, its filters, who works what, and deciding in bulk. */
@ExtendWith(SharedDesk.class)
@Timeout(120)
class QueueTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String QUEUE = "/api/queue";
  private static final String TAKE = "/api/queue/take";
  private static final String BULK = "/api/queue/bulk";

  private final DeskStage stage;

  QueueTest(DeskStage stage) {
    this.stage = stage;
  }

  /** An open alert of this user with a payment of 12.50. */
  private void open(String user, Severity severity, String rule) throws Exception {
    long now = System.currentTimeMillis();
    String payment = user + "-" + UUID.randomUUID();
    stage.postgres.insert(Alerts.payment(payment, user, now, "Porto"), true);
    stage.postgres.insert(Alerts.found(payment, user, rule, severity, now, List.of(payment)));
  }

  private void open(String user, String rule) throws Exception {
    open(user, Severity.HIGH, rule);
  }

  private static JsonNode json(HttpResponse<String> answer) throws Exception {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  private static List<String> users(JsonNode page) {
    List<String> users = new ArrayList<>();
    page.get("cases").forEach(each -> users.add(each.get("user").asText()));
    return users;
  }

  /** The cases of this rule, once there are as many. */
  private JsonNode cases(Person person, String rule, int many) throws Exception {
    String path = QUEUE + "?most=200&rule=" + rule;
    Waiting.until(many + " are there", () -> users(json(person.get(path))).size() == many);
    return json(person.get(path));
  }

  private static String next(String rule) {
    return "{\"next\":true,\"rule\":\"" + rule + "\"}";
  }

  private static String about(String user) {
    return "{\"user\":\"" + user + "\"}";
  }

  private static String taken(HttpResponse<String> answer) throws Exception {
    JsonNode taken = json(answer).get("taken");
    return taken.isNull() ? "" : taken.get("user").asText();
  }

  @Test
  void theGravestComesFirstAndPagesGoOnWhileAlertsArrive() throws Exception {
    Person reader = stage.somebody(Role.READER);
    open("qo-low", Severity.LOW, "q-order");
    open("qo-high-1", Severity.HIGH, "q-order");
    open("qo-high-2", Severity.HIGH, "q-order");
    open("qo-high-2", Severity.LOW, "q-order");
    open("qo-critical", Severity.CRITICAL, "q-order");
    JsonNode all = cases(reader, "q-order", 4);
    assertThat(users(all)).containsExactly("qo-critical", "qo-high-2", "qo-high-1", "qo-low");
    JsonNode second = all.get("cases").get(1);
    assertThat(second.get("alerts").asInt()).isEqualTo(2);
    assertThat(new BigDecimal(second.get("money").get(0).get("amount").asText()))
        .isEqualByComparingTo("25.00");
    assertThat(second.get("claim").isNull()).isTrue();

    JsonNode page = json(reader.get(QUEUE + "?rule=q-order&most=2"));
    assertThat(users(page)).containsExactly("qo-critical", "qo-high-2");
    open("qo-critical-2", Severity.CRITICAL, "q-order");
    cases(reader, "q-order", 5);
    JsonNode rest =
        json(reader.get(QUEUE + "?rule=q-order&most=9&after=" + page.get("next").asText()));
    assertThat(users(rest)).containsExactly("qo-high-1", "qo-low");
    assertThat(rest.get("next").isNull()).isTrue();
    assertThat(rest.get("total").asInt()).isEqualTo(5);
  }

  @Test
  void everyFilterLeavesOutWhatDoesNotPass() throws Exception {
    Person reader = stage.somebody(Role.READER);
    open("qf-one", Severity.LOW, "q-filter");
    open("qf-one", Severity.LOW, "q-filter");
    open("qf-two", Severity.HIGH, "q-filter");
    cases(reader, "q-filter", 2);
    String rule = QUEUE + "?rule=q-filter";
    assertThat(users(json(reader.get(rule + "&severity=low")))).containsExactly("qf-one");
    assertThat(users(json(reader.get(rule + "&user=qf-two")))).containsExactly("qf-two");
    assertThat(users(json(reader.get(rule + "&amount=13")))).containsExactly("qf-one");
    assertThat(users(json(reader.get(rule + "&text=QF-TWO-")))).containsExactly("qf-two");
    assertThat(users(json(reader.get(rule + "&held=nobody")))).hasSize(2);
    assertThat(users(json(reader.get(rule + "&held=me")))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "severity=extreme, severity must be",
    "amount=-1, amount must be a number",
    "held=you, held must be nobody or me",
    "most=0, most must be a number",
    "after=xyz, after must be a place",
  })
  void whatIsNoFilterIsToldSo(String query, String why) throws Exception {
    HttpResponse<String> answer = stage.somebody(Role.READER).get(QUEUE + "?" + query);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains(why);
  }

  @Test
  void twoWhoTakeAtOnceNeverGetTheSame() throws Exception {
    for (int i = 0; i < 50; i++) {
      open("q2-" + i, "q-two");
    }
    List<Person> both = List.of(stage.somebody(Role.ANALYST), stage.somebody(Role.ANALYST));
    cases(both.get(0), "q-two", 50);
    List<CompletableFuture<List<String>>> work = new ArrayList<>();
    for (Person each : both) {
      work.add(
          CompletableFuture.supplyAsync(
              () -> {
                List<String> got = new ArrayList<>();
                try {
                  for (String user = taken(each.post(TAKE, next("q-two")));
                      !user.isEmpty();
                      user = taken(each.post(TAKE, next("q-two")))) {
                    got.add(user);
                  }
                } catch (Exception failed) {
                  throw new IllegalStateException(failed);
                }
                return got;
              }));
    }
    List<String> all = new ArrayList<>();
    for (CompletableFuture<List<String>> each : work) {
      assertThat(each.join()).as("both work").isNotEmpty();
      all.addAll(each.join());
    }
    assertThat(all).hasSize(50).doesNotHaveDuplicates();
  }

  @Test
  void whatSomebodyWorksNobodyElseDecidesUnlessTheyTakeItOver() throws Exception {
    open("q-held", "q-held");
    Person ada = stage.somebody(Role.ANALYST, "q-ada");
    Person bob = stage.somebody(Role.ANALYST, "q-bob");
    cases(ada, "q-held", 1);
    assertThat(taken(ada.post(TAKE, about("q-held")))).isEqualTo("q-held");

    HttpResponse<String> refused = bob.post(TAKE, about("q-held"));
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("Taken by q-ada", "\"takenBy\":\"q-ada\"");
    String wish = "\"user\":\"q-held\",\"decision\":\"dismissed\"";
    assertThat(bob.post("/api/decisions", "{" + wish + "}").body())
        .contains("\"takenBy\":\"q-ada\"");
    HttpResponse<String> over = bob.post("/api/decisions", "{" + wish + ",\"takeOver\":true}");
    assertThat(over.statusCode()).as(over.body()).isEqualTo(200);
    Waiting.until("nobody works it any more", () -> claims("q-held").isEmpty());
    assertThat(stage.somebody(Role.ADMIN).get("/api/audit").body())
        .contains(
            "\"who\":\"q-ada\",\"action\":\"took a case\",\"subject\":\"q-held\"",
            "which q-ada had taken");
  }

  private List<String> claims(String user) throws Exception {
    try (Connection connection = stage.postgres.connect(stage.postgres.owner());
        var asked = connection.prepareStatement("select who from desk.claims where user_id = ?")) {
      asked.setString(1, user);
      List<String> claims = new ArrayList<>();
      try (var rows = asked.executeQuery()) {
        while (rows.next()) {
          claims.add(rows.getString(1));
        }
      }
      return claims;
    }
  }

  private void change(String sql) throws Exception {
    try (Connection connection = stage.postgres.connect(stage.postgres.owner());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void aClaimEndsByGivingItBackByTimeAndBySigningOut() throws Exception {
    open("q-end", "q-end");
    Person ada = stage.somebody(Role.ANALYST, "q-end-ada");
    Person bob = stage.somebody(Role.ANALYST, "q-end-bob");
    cases(ada, "q-end", 1);
    ada.post(TAKE, about("q-end"));
    assertThat(taken(bob.post(TAKE, next("q-end")))).as("there is no other").isEmpty();
    assertThat(ada.post("/api/queue/give-back", about("q-end")).body()).contains("true");
    assertThat(taken(bob.post(TAKE, next("q-end")))).isEqualTo("q-end");

    change("update desk.claims set until = now() where user_id = 'q-end'");
    assertThat(taken(ada.post(TAKE, next("q-end")))).as("it has ended").isEqualTo("q-end");
    assertThat(bob.post("/api/queue/give-back", about("q-end")).body()).contains("false");

    ada.post("/api/sign-out", "{}");
    assertThat(claims("q-end")).isEmpty();
    bob.post(TAKE, about("q-end"));
    change("update desk.accounts set role = 'reader' where name = 'q-end-bob'");
    assertThat(claims("q-end")).isEmpty();
  }

  @Test
  void allPagesHearWhoWorksWhat() throws Exception {
    open("q-heard", "q-heard");
    Person ada = stage.somebody(Role.ANALYST, "q-heard-ada");
    Person reader = stage.somebody(Role.READER);
    cases(ada, "q-heard", 1);
    assertThat(reader.post(TAKE, about("q-heard")).statusCode()).isEqualTo(403);
    try (Events events = Events.as(stage.address(), Objects.requireNonNull(reader.cookie))) {
      assertThat(events.next("event: ")).isEqualTo("event: state");
      ada.post(TAKE, about("q-heard"));
      String told = "";
      while (!told.contains("q-heard-ada")) {
        events.next("event: claims");
        told = events.next("data: ");
      }
      assertThat(told).contains("\"user\":\"q-heard\"");
    }
  }

  private static String cases(List<String> users) {
    return "\"cases\":[" + String.join(",", users.stream().map(QueueTest::about).toList()) + "]";
  }

  private static JsonNode finished(Person person, String bulk) throws Exception {
    String path = BULK + "?id=" + bulk;
    Waiting.until(
        "it is done",
        () -> {
          JsonNode far = json(person.get(path));
          return far.get("done").asInt() == far.get("cases").asInt();
        });
    return json(person.get(path));
  }

  @Test
  void aBulkDecisionIsSummedUpMadeOnceAndTakenBack() throws Exception {
    List<String> users = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      users.add("qb-" + i);
      open("qb-" + i, "q-bulk");
    }
    Person ada = stage.somebody(Role.ANALYST);
    Person bob = stage.somebody(Role.ANALYST, "qb-bob");
    cases(ada, "q-bulk", 12);
    bob.post(TAKE, about("qb-3"));
    List<String> wanted = new ArrayList<>(users);
    wanted.add("qb-nobody");

    JsonNode summary = json(ada.post("/api/queue/summary", "{" + cases(wanted) + "}"));
    assertThat(summary.get("cases").asInt()).isEqualTo(11);
    assertThat(summary.get("alerts").asInt()).isEqualTo(11);
    assertThat(new BigDecimal(summary.get("money").get(0).get("amount").asText()))
        .isEqualByComparingTo("137.50");
    assertThat(summary.get("left").toString())
        .contains("Taken by qb-bob", "Nothing is open any more");

    String id = UUID.randomUUID().toString();
    String wish =
        "{\"id\":\""
            + id
            + "\",\"decision\":\"fraud\",\"note\":\"one ring\","
            + cases(wanted)
            + "}";
    for (int i = 0; i < 3; i++) {
      assertThat(ada.post(BULK, wish).statusCode()).isEqualTo(200);
    }
    JsonNode done = finished(ada, id);
    assertThat(done.get("cases").asInt()).isEqualTo(11);
    Set<String> decided = new TreeSet<>();
    done.get("decided").forEach(each -> decided.add(each.asText()));
    assertThat(decided).hasSize(11).doesNotContain("qb-3");
    assertThat(done.get("left").toString()).contains("qb-3", "Taken by qb-bob", "qb-nobody");
    JsonNode rows = JSON.readTree(ada.get("/api/decisions?user=qb-0").body()).get("decisions");
    assertThat(rows).as("once").hasSize(1);
    assertThat(rows.get(0).get("note").asText()).isEqualTo("one ring");
    cases(ada, "q-bulk", 1);

    String undo = UUID.randomUUID().toString();
    json(ada.post(BULK, "{\"id\":\"" + undo + "\",\"undo\":\"" + id + "\"}"));
    assertThat(finished(ada, undo).get("cases").asInt()).isEqualTo(11);
    cases(ada, "q-bulk", 12);
    assertThat(ada.post(BULK, "{\"undo\":\"" + undo + "\"}").statusCode()).isEqualTo(400);
  }

  @Test
  void theSameBulkDecisionByTwoIsMadeOnce() throws Exception {
    List<String> users = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      users.add("qr-" + i);
      open("qr-" + i, "q-race");
    }
    List<Person> both = List.of(stage.somebody(Role.ANALYST), stage.somebody(Role.ANALYST));
    cases(both.get(0), "q-race", 20);
    List<CompletableFuture<Integer>> answers = new ArrayList<>();
    for (Person each : both) {
      String id = UUID.randomUUID().toString();
      answers.add(
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  json(
                      each.post(
                          BULK,
                          "{\"id\":\""
                              + id
                              + "\",\"decision\":\"dismissed\","
                              + cases(users)
                              + "}"));
                  return finished(each, id).get("cases").asInt();
                } catch (Exception failed) {
                  throw new IllegalStateException(failed);
                }
              }));
    }
    assertThat(answers.get(0).join() + answers.get(1).join()).isEqualTo(20);
    for (String user : users) {
      JsonNode rows =
          JSON.readTree(both.get(0).get("/api/decisions?user=" + user).body()).get("decisions");
      assertThat(rows).as(user).hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/api/queue/take | {} | Say what to take",
        "/api/queue/take | {\"user\":\"x\",\"next\":true} | Say what to take",
        "/api/queue/take | {\"next\":\"x\"} | next must be true or false",
        "/api/queue/give-back | {} | Say which case",
        "/api/queue/summary | {} | Say which cases",
        "/api/queue/summary | {\"cases\":[7]} | cases must be a list of objects",
        "/api/queue/summary | {\"cases\":[{}]} | Each case needs a user",
        "/api/queue/bulk | {} | Send a decision",
        "/api/queue/bulk | {\"decision\":\"snoozed\"} | A bulk decision is fraud or dismissed",
        "/api/queue/bulk | {\"undo\":\"x\"} | undo must be a UUID",
      })
  void whatMakesNoSenseIsToldSo(String path, String body, String why) throws Exception {
    HttpResponse<String> answer = stage.somebody(Role.ANALYST).post(path, body);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains(why);
  }

  @Test
  void moreThanTwoHundredAreNotDecidedAtOnce() throws Exception {
    List<String> users = new ArrayList<>();
    for (int i = 0; i < 201; i++) {
      users.add("too-many-" + i);
    }
    HttpResponse<String> answer =
        stage.somebody(Role.ANALYST).post(BULK, "{\"decision\":\"fraud\"," + cases(users) + "}");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("200 at most");
  }

  @Test
  void aNameThatLooksLikeCodeIsANameAllTheSame() throws Exception {
    String user = "'; drop table desk.claims; --<img src=x onerror=alert(1)>";
    open(user, "q-hostile");
    Person ada = stage.somebody(Role.ANALYST);
    cases(ada, "q-hostile", 1);
    assertThat(taken(ada.post(TAKE, next("q-hostile")))).isEqualTo(user);
    assertThat(claims(user)).hasSize(1);
    String id = UUID.randomUUID().toString();
    json(
        ada.post(
            BULK, "{\"id\":\"" + id + "\",\"decision\":\"fraud\"," + cases(List.of(user)) + "}"));
    assertThat(finished(ada, id).get("decided").get(0).asText()).isEqualTo(user);
  }

  @Test
  void withdrawnAlertsAndThoseOnTrialAreNotOpen() throws Exception {
    long now = System.currentTimeMillis();
    Alert alert = Alerts.found("q-gone", "q-gone", "q-gone", Severity.LOW, now, List.of("q-gone"));
    stage.postgres.insert(Alerts.withdrawn(alert));
    open("q-there", "q-gone");
    assertThat(users(cases(stage.somebody(Role.READER), "q-gone", 1))).containsExactly("q-there");
  }
}
