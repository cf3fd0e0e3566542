package weir.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import weir.book.RuleBookReader;
import weir.dashboard.access.Role;
import weir.model.Json;
import weir.notice.Member;
import weir.notice.Notice;
import weir.notice.NoticeJson;

/** Rules, lists and snoozes that are changed on the page, over a real Kafka and PostgreSQL. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(180)
class RulesPageTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String RULES = "/api/rules";
  private static final String CONTROL = "transactions.control";
  private static final Pattern PROPOSAL = Pattern.compile("\"proposal\":(\\d+)");
  private static final Pattern BOOK = Pattern.compile("\"book\":\\{\"number\":(\\d+)");

  @SuppressWarnings("NullAway.Init")
  private DeskStage stage;

  private int names;

  @BeforeAll
  void start() throws Exception {
    stage = new DeskStage();
  }

  @AfterAll
  void stop() {
    stage.close();
  }

  private Person somebody(Role role) throws Exception {
    return stage.somebody(role, role.code() + "-of-rules-" + ++names);
  }

  private static String quoted(String text) {
    byte[] object = Json.object(json -> json.writeStringField("text", text));
    return new String(object, StandardCharsets.UTF_8)
        .replaceFirst("^\\{\"text\":", "")
        .replaceFirst("}$", "");
  }

  private int standing(Person person) throws Exception {
    Waiting.until("rules are read", () -> BOOK.matcher(person.get(RULES).body()).find());
    Matcher found = BOOK.matcher(person.get(RULES).body());
    assertThat(found.find()).isTrue();
    return Integer.parseInt(found.group(1));
  }

  /** The default book with another limit of a rule, under a version that it never had. */
  private static String changed(int limit) {
    return RuleBookReader.defaultText()
        .replace(
            "version: 2\n    kind: amount-over", "version: " + limit + "\n    kind: amount-over")
        .replace("limit: 9000", "limit: " + limit);
  }

  private static HttpResponse<String> propose(Person person, String text, String comment, int base)
      throws Exception {
    return person.post(
        RULES + "/propose",
        "{\"text\":"
            + quoted(text)
            + ",\"comment\":"
            + quoted(comment)
            + ",\"base\":"
            + base
            + "}");
  }

  private static long number(HttpResponse<String> answer) {
    Matcher found = PROPOSAL.matcher(answer.body());
    assertThat(found.find()).as(answer.body()).isTrue();
    return Long.parseLong(found.group(1));
  }

  private static HttpResponse<String> post(Person person, String what, long proposal)
      throws Exception {
    return person.post(RULES + "/" + what, "{\"proposal\":" + proposal + "}");
  }

  @Test
  void whatIsAgreedToStandsInTheTopicByteForByteAsTheCommandWritesIt() throws Exception {
    Person analyst = stage.somebody(Role.ANALYST, "ana");
    Person approver = stage.somebody(Role.APPROVER, "ada");
    int base = standing(analyst);
    String text = changed(8001);
    HttpResponse<String> check = analyst.post(RULES + "/check", "{\"text\":" + quoted(text) + "}");
    assertThat(check.body())
        .contains("\"faults\":[]", "\"against\":" + base, "\"before\":\"9000\",\"after\":\"8001\"");
    long id = number(propose(analyst, text, "lower limit", base));
    assertThat(stage.records(CONTROL)).hasSize(base);

    long began = System.nanoTime();
    HttpResponse<String> agreed = post(approver, "agree", id);
    assertThat(agreed.statusCode()).as(agreed.body()).isEqualTo(200);
    assertThat(agreed.body()).contains("\"state\":\"announced\"");
    int now = base + 1;
    Waiting.until("it is shown", () -> standing(analyst) == now);
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
    byte[] byTheCommand =
        NoticeJson.write(
            new Notice.Book(
                "ana", "lower limit (proposal " + id + ", agreed to by ada)", null, text));
    assertThat(stage.records(CONTROL))
        .last()
        .isEqualTo(new String(byTheCommand, StandardCharsets.UTF_8));
    assertThat(approver.get(RULES).body())
        .contains("\"id\":\"very-high-value\",\"version\":8001", "Fires on a payment over 8001");
    Person admin = somebody(Role.ADMIN);
    assertThat(admin.get("/api/audit").body()).contains("proposed rules", "agreed rules");
  }

  @Test
  void fourEyesSeeMoreThanTwo() throws Exception {
    Person approver = somebody(Role.APPROVER);
    int base = standing(approver);
    long id = number(propose(approver, changed(8002), "", base));
    HttpResponse<String> own = post(approver, "agree", id);
    assertThat(own.statusCode()).isEqualTo(409);
    assertThat(own.body()).contains("Four eyes");
    assertThat(stage.records(CONTROL)).hasSize(base);

    Person other = somebody(Role.APPROVER);
    assertThat(post(other, "withdraw", id).statusCode()).isEqualTo(409);
    assertThat(post(approver, "withdraw", id).body()).contains("\"state\":\"withdrawn\"");
    assertThat(post(other, "agree", id).statusCode()).isEqualTo(409);
    long rejected = number(propose(approver, changed(8003), "", base));
    assertThat(post(other, "reject", rejected).body()).contains("\"state\":\"rejected\"");
    assertThat(stage.records(CONTROL)).hasSize(base);
  }

  @Test
  void ofTwoWhoAgreeAtOnceOneAnnounces() throws Exception {
    Person analyst = somebody(Role.ANALYST);
    int base = standing(analyst);
    long id = number(propose(analyst, changed(8004), "", base));
    List<CompletableFuture<Integer>> answers =
        Stream.of(somebody(Role.APPROVER), somebody(Role.APPROVER))
            .map(
                approver ->
                    CompletableFuture.supplyAsync(
                        () -> {
                          try {
                            return post(approver, "agree", id).statusCode();
                          } catch (Exception failed) {
                            throw new AssertionError(failed);
                          }
                        }))
            .toList();
    assertThat(answers.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(200, 409);
    assertThat(stage.records(CONTROL)).hasSize(base + 1);
  }

  @Test
  void whatWasMadeFromAnOlderBookIsNotAnnounced() throws Exception {
    Person analyst = somebody(Role.ANALYST);
    Person approver = somebody(Role.APPROVER);
    int base = standing(analyst);
    long first = number(propose(analyst, changed(8005), "", base));
    long second = number(propose(analyst, changed(8006), "", base));
    assertThat(post(approver, "agree", first).statusCode()).isEqualTo(200);
    Waiting.until("it stands", () -> standing(analyst) == base + 1);
    HttpResponse<String> old = post(approver, "agree", second);
    assertThat(old.statusCode()).isEqualTo(409);
    assertThat(old.body()).contains("was made from book " + base);
    assertThat(analyst.get(RULES).body()).contains("\"outdated\":true");
    assertThat(analyst.get(RULES + "/proposal?id=" + second).body())
        .as("both changed the same lines")
        .contains("\"outdated\":true", "\"anew\":null");
    assertThat(propose(analyst, changed(8007), "", base).statusCode()).isEqualTo(409);

    HttpResponse<String> anew =
        analyst.post(
            RULES + "/propose",
            "{\"text\":"
                + quoted(changed(8006))
                + ",\"base\":"
                + (base + 1)
                + ",\"replaces\":"
                + second
                + "}");
    assertThat(anew.statusCode()).as(anew.body()).isEqualTo(200);
    assertThat(analyst.get(RULES + "/proposal?id=" + second).body())
        .contains("\"state\":\"withdrawn\"", "proposal " + number(anew) + " replaces it");
  }

  @Test
  void whatTwoChangedInDifferentPlacesIsPutTogether() throws Exception {
    Person analyst = somebody(Role.ANALYST);
    Person approver = somebody(Role.APPROVER);
    int base = standing(analyst);
    String standing = text(analyst, base);
    String high = "version: 3\n    kind: amount-over\n    severity: medium\n    limit: ";
    String lower = standing.replace(high + 3500, high.replace("version: 3", "version: 77") + 3600);
    assertThat(lower).isNotEqualTo(standing);
    String added =
        "  - id: small\n    version: 1\n    kind: amount-over\n    severity: low\n    limit: 10\n";
    long first = number(propose(analyst, lower, "", base));
    long second = number(propose(analyst, standing + added, "", base));
    assertThat(post(approver, "agree", first).statusCode()).isEqualTo(200);
    Waiting.until("it stands", () -> standing(analyst) == base + 1);

    String body = analyst.get(RULES + "/proposal?id=" + second).body();
    assertThat(JSON.readTree(body).get("anew").asText()).isEqualTo(lower + added);
  }

  private static String text(Person person, int book) throws Exception {
    String body = person.get(RULES + "/book?number=" + book).body();
    return JSON.readTree(body).get("text").asText();
  }

  @Test
  void aModeAndTheWayBackAreOneRequestEach() throws Exception {
    Person analyst = somebody(Role.ANALYST);
    Person approver = somebody(Role.APPROVER);
    int base = standing(analyst);
    HttpResponse<String> set =
        analyst.post(
            RULES + "/set", "{\"rule\":\"velocity\",\"mode\":\"rollout\",\"share\":\"10 %\"}");
    assertThat(set.statusCode()).as(set.body()).isEqualTo(200);
    assertThat(post(approver, "agree", number(set)).body()).contains("announced");
    Waiting.until("it stands", () -> standing(analyst) == base + 1);
    assertThat(analyst.get(RULES).body())
        .containsPattern(
            "\"id\":\"velocity\",\"version\":\\d+,[^}]*\"mode\":\"rollout\",\"share\":10.0");
    String text = analyst.get(RULES + "/book?number=" + (base + 1)).body();
    assertThat(text).contains("# Subscriptions are charged, not made", "rollout: 10 %");

    HttpResponse<String> back =
        analyst.post(RULES + "/roll-back", "{\"number\":" + base + ",\"comment\":\"too early\"}");
    assertThat(back.statusCode()).as(back.body()).isEqualTo(200);
    assertThat(post(approver, "agree", number(back)).body()).contains("announced");
    Waiting.until("it is back", () -> standing(analyst) == base + 2);
    assertThat(analyst.post(RULES + "/set", "{\"rule\":\"nobody\",\"mode\":\"live\"}").statusCode())
        .isEqualTo(404);
    assertThat(
            analyst
                .post(
                    RULES + "/set",
                    "{\"rule\":\"velocity\",\"mode\":\"rollout\",\"share\":\"much\"}")
                .statusCode())
        .isEqualTo(400);
  }

  @Test
  void aTrialStandsBesideTheRulesThatStand() throws Exception {
    Person analyst = somebody(Role.ANALYST);
    int base = standing(analyst);
    HttpResponse<String> answer =
        analyst.post(
            RULES + "/propose",
            "{\"text\":" + quoted(changed(8010)) + ",\"base\":" + base + ",\"trial\":true}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(analyst.get(RULES + "/proposal?id=" + number(answer)).body())
        .contains("very-high-value-trial", "mode: shadow", "\"what\":\"on trial\"");
  }

  @Test
  void hostileTextsAreRefusedInTime() throws Exception {
    Person analyst = somebody(Role.ANALYST);
    int base = standing(analyst);
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 12; i++) {
      bomb.append("a").append(i).append(": &a").append(i).append(" [");
      bomb.append(("*a" + (i - 1) + ", ").repeat(9)).append("x]\n");
    }
    StringBuilder scales = new StringBuilder(RuleBookReader.defaultText());
    scales.append("filters: &f0 {a: 1, b: 2, c: 3}\n");
    for (String text :
        List.of(
            bomb.toString(),
            scales.toString(),
            "rules: " + "[".repeat(100_000),
            "rules: " + "{a: ".repeat(50_000),
            "!!javax.script.ScriptEngineManager [x]",
            "rules: &r [*r]",
            "\u0000",
            "rules: [\"" + "x".repeat(500_000) + "\"]",
            "")) {
      long began = System.nanoTime();
      HttpResponse<String> answer =
          analyst.post(RULES + "/check", "{\"text\":" + quoted(text) + "}");
      assertThat(answer.statusCode()).isIn(200, 400, 413);
      assertThat(answer.body()).doesNotContain("\"faults\":[]").doesNotContain("the server failed");
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
      assertThat(propose(analyst, text, "", base).statusCode()).isIn(400, 413);
    }
    assertThat(
            analyst
                .post(RULES + "/check", "{\"text\":\"" + "x".repeat(10 << 20) + "\"}")
                .statusCode())
        .isEqualTo(413);
    assertThat(analyst.post(RULES + "/check", "{\"text\":\"ruels: 1\"}").body())
        .contains("\"line\":1", "\"column\":1", "did you mean");
    assertThat(analyst.get(RULES).statusCode()).isEqualTo(200);
  }

  @Test
  void listsAndSnoozesAreChangedByTheSameNotices() throws Exception {
    Person approver = stage.somebody(Role.APPROVER, "lily");
    Person analyst = stage.somebody(Role.ANALYST, "lou");
    standing(approver);
    String add =
        "{\"list\":\"risky-shops\",\"member\":\"shop-7\",\"change\":\"add\",\"note\":\"chargebacks\"}";
    assertThat(analyst.post("/api/lists", add).statusCode()).isEqualTo(403);
    HttpResponse<String> added = approver.post("/api/lists", add);
    assertThat(added.body()).contains("\"state\":\"done\"");
    byte[] byTheCommand =
        NoticeJson.write(
            new Notice.ListChange(
                "lily",
                "chargebacks",
                null,
                "risky-shops",
                /* clear= */ false,
                List.of(new Member("shop-7", null, "chargebacks", null)),
                List.of()));
    assertThat(stage.records(CONTROL)).contains(new String(byTheCommand, StandardCharsets.UTF_8));
    Waiting.until(
        "it is in the list",
        () -> analyst.get("/api/lists?list=risky-shops").body().contains("shop-7"));
    assertThat(approver.post("/api/lists", add).statusCode()).isEqualTo(409);

    long until = System.currentTimeMillis() + Duration.ofDays(1).toMillis();
    HttpResponse<String> snoozed =
        analyst.post(
            "/api/snoozes", "{\"rule\":\"velocity\",\"user\":\"user-7\",\"until\":" + until + "}");
    assertThat(snoozed.body()).contains("\"state\":\"done\"");
    Waiting.until(
        "it is snoozed",
        () -> analyst.get("/api/lists?list=snoozed").body().contains("velocity/user-7"));
    HttpResponse<String> misspelt =
        analyst.post(
            "/api/snoozes", "{\"rule\":\"velocty\",\"user\":\"u\",\"until\":" + until + "}");
    assertThat(misspelt.statusCode()).isEqualTo(400);
    assertThat(misspelt.body()).contains("did you mean 'velocity'");
    assertThat(analyst.post("/api/snoozes", "{\"rule\":\"velocity\",\"user\":\"user-7\"}").body())
        .contains("done");
  }

  @Test
  void withoutALogThePageSaysHowToNameOne() throws Exception {
    Person analyst = somebody(Role.ANALYST);
    long id = number(propose(analyst, changed(8011), "", standing(analyst)));
    HttpResponse<String> answer = post(analyst, "backtest", id);
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("--backtestLog");
  }

  /** Killed between the click and the notice: whoever comes next writes it, once. */
  @Test
  void aKilledPageLosesNoAgreement(@TempDir Path folder) throws Exception {
    Person before = somebody(Role.READER);
    int base = standing(before);
    stage.stopServer();
    try (StartedPage page = StartedPage.over(stage, folder)) {
      Person analyst = page.stranger();
      Person approver = page.stranger();
      stage.account("kai-proposes", Role.ANALYST);
      stage.account("kim-agrees", Role.APPROVER);
      analyst.signIn("kai-proposes", DeskStage.PASSWORD);
      approver.signIn("kim-agrees", DeskStage.PASSWORD);
      assertThat(standing(analyst)).isEqualTo(base);
      long id = number(propose(analyst, changed(8012), "killed", base));
      stage.kafka.stop();
      HttpResponse<String> answer = post(approver, "agree", id);
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
      assertThat(answer.body()).contains("\"state\":\"waiting\"");
    }
    stage.kafka.restart();
    stage.startServer();
    Person reader = somebody(Role.READER);
    Waiting.until("it is announced", () -> standing(reader) == base + 1);
    assertThat(stage.records(CONTROL))
        .filteredOn(record -> record.contains("killed (proposal"))
        .hasSize(1);
    Waiting.until(
        "that is noted", () -> reader.get(RULES).body().contains("\"detail\":\"it is book "));
  }
}
