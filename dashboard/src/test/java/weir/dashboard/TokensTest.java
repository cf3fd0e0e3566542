package weir.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weir.dashboard.access.Accounts;
import weir.dashboard.access.ApiTokens;
import weir.dashboard.access.Role;

/**
 * What programs may do by a token, and until when. The page is one of its own, as wrong tokens
 * count against whoever asks from here.
 */
@ExtendWith(SharedDesk.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class TokensTest {
  private static final String ALERTS = "/api/alerts";

  private final DeskStage stage;

  @SuppressWarnings("NullAway.Init")
  private Dashboard page;

  TokensTest(DeskStage stage) {
    this.stage = stage;
  }

  @BeforeAll
  void startPage() throws Exception {
    page = start();
  }

  @AfterAll
  void stopPage() {
    page.close();
  }

  private Dashboard start() throws Exception {
    Dashboard started = Dashboard.start(stage.settings(0));
    Person person = new Person(started.address());
    Waiting.until(
        "it knows of accounts",
        () ->
            person.get("/api/me").body().contains("\"accounts\":true")
                && person.get("/healthz").body().split("\"UP\"").length == 3);
    return started;
  }

  /** A program that shows this token, right or wrong. */
  private Person program(String token) {
    Person person = new Person(page.address());
    person.bearer = token;
    return person;
  }

  private ApiTokens.Made token(String name, Role role) throws SQLException {
    stage.account(name, role);
    return stage.token(name);
  }

  private void asOwner(String change) throws SQLException {
    try (Connection owner = stage.postgres.connect(stage.postgres.owner());
        var statement = owner.createStatement()) {
      statement.execute(change);
    }
  }

  @Test
  void aProgramDecidesWithoutACookieAndTheAuditSaysByWhichToken() throws Exception {
    stage.alert("tok-1", "tok-user");
    ApiTokens.Made made = token("tok-analyst", Role.ANALYST);
    Person program = program(made.secret());
    assertThat(program.get("/api/me").body())
        .isEqualTo(
            "{\"accounts\":true,\"name\":\"tok-analyst\",\"role\":\"analyst\",\"token\":null}");

    HttpResponse<String> answer =
        program.decide("{\"alert\":\"tok-1\",\"decision\":\"fraud\",\"after\":0}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).contains("\"who\":\"tok-analyst\"", "\"kind\":\"fraud\"");
    assertThat(stage.labels("tok-1")).singleElement().asString().contains("\"fraud\":true");
    assertThat(program(token("tok-admin", Role.ADMIN).secret()).get("/api/audit").body())
        .containsPattern(
            "\"who\":\"tok-analyst\",\"action\":\"decided\",\"subject\":\"tok-user\",[^}]*"
                + "\"from\":\"127.0.0.1 by token "
                + made.kept().id()
                + "\"");
  }

  @Test
  void aTokenOfAReaderOnlyReads() throws Exception {
    stage.alert("tok-2", "tok-user-2");
    ApiTokens.Made made = token("tok-reader", Role.READER);
    Person program = program(made.secret());
    assertThat(program.get(ALERTS).statusCode()).isEqualTo(200);
    HttpResponse<String> answer =
        program.post("/api/decisions", "{\"alert\":\"tok-2\",\"decision\":\"fraud\"}");
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("This needs the role analyst, and you have reader");
    assertThat(program.get("/api/audit").statusCode()).isEqualTo(403);
    assertThat(stage.labels("tok-2")).isEmpty();
    assertThat(program(token("tok-auditor", Role.ADMIN).secret()).get("/api/audit").body())
        .containsPattern(
            "\"who\":\"tok-reader\",\"action\":\"refused\",\"subject\":\"GET /api/audit\",[^}]*"
                + " by token "
                + made.kept().id());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update desk.tokens set ends_at = now() where name = 'NAME'",
        "delete from desk.tokens where name = 'NAME'",
        "update desk.accounts set role = 'admin' where name = 'NAME'",
        "update desk.accounts set password = 'another' where name = 'NAME'",
        "delete from desk.accounts where name = 'NAME'"
      })
  void aTokenEndsAndSoDoesItsStream(String change) throws Exception {
    String name = "tok-ends-" + Integer.toHexString(change.hashCode());
    String token = token(name, Role.READER).secret();
    String other = token(name + "-other", Role.READER).secret();
    try (Events events = Events.by(page.address(), token);
        Events others = Events.by(page.address(), other)) {
      assertThat(events.next("event: ")).isEqualTo("event: state");
      assertThat(others.next("event: ")).isEqualTo("event: state");
      asOwner(change.replace("NAME", name));
      long start = System.nanoTime();
      assertThat(program(token).get(ALERTS).statusCode()).isEqualTo(401);
      assertThat(events.next("no such thing")).isEqualTo("the stream ended");
      assertThat(System.nanoTime() - start).as("how long it took").isLessThan(5_000_000_000L);
      assertThat(others.next("event: tick")).isEqualTo("event: tick");
      assertThat(others.next("event: tick")).isEqualTo("event: tick");
    }
    assertThat(program(other).get(ALERTS).statusCode()).isEqualTo(200);
  }

  @Test
  void anAccountThatIsMadeAnewDoesNotHaveItsOldTokens() throws Exception {
    String token = token("tok-anew", Role.ADMIN).secret();
    try (Connection owner = stage.postgres.connect(stage.postgres.owner())) {
      Accounts.remove(owner, "tok-anew");
    }
    stage.account("tok-anew", Role.ADMIN);
    assertThat(program(token).get(ALERTS).statusCode()).isEqualTo(401);
  }

  @Test
  void whatIsNoTokenIsRefusedEvenWhereStrangersAreAnswered() throws Exception {
    String right = token("tok-right", Role.READER).secret();
    String cookie = Objects.requireNonNull(stage.somebody(Role.READER).cookie);
    for (String wrong :
        new String[] {
          "",
          "weir_",
          right + "x",
          right.replace("weir_", ""),
          right.substring(0, right.length() - 1) + (right.endsWith("A") ? "B" : "A"),
          "weir_" + cookie.replaceFirst("[^=]*=", ""),
          "weir_'; drop table desk.tokens; --"
        }) {
      for (String path : new String[] {ALERTS, "/api/me", "/"}) {
        HttpResponse<String> answer = program(wrong).get(path);
        assertThat(answer.statusCode()).as("'%s' at %s", wrong, path).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer");
      }
    }
    assertThat(program(right).get("/api/me").statusCode()).isEqualTo(200);
  }

  @Test
  void aTokenIsNoCookie() throws Exception {
    String token = token("tok-cookie", Role.READER).secret();
    Person person = new Person(page.address());
    String name = "weir-" + page.port();
    person.cookie = name + "=" + token;
    assertThat(person.get(ALERTS).statusCode()).isEqualTo(401);
    person.cookie = name + "=" + token.replace("weir_", "");
    assertThat(person.get(ALERTS).statusCode()).isEqualTo(401);
  }

  @Test
  void aCookieAndATokenTogetherAreRefused() throws Exception {
    stage.account("tok-both", Role.READER);
    Person both = new Person(page.address());
    both.signIn("tok-both", DeskStage.PASSWORD);
    both.bearer = stage.token("tok-both").secret();
    for (String path : new String[] {ALERTS, "/api/me"}) {
      HttpResponse<String> answer = both.get(path);
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.body()).contains("There are a cookie and a token");
    }
    both.bearer = null;
    assertThat(both.get(ALERTS).statusCode()).isEqualTo(200);
  }

  @Test
  void signingInAndOutIsForBrowsers() throws Exception {
    Person program = program(token("tok-out", Role.READER).secret());
    for (String path : new String[] {"/api/sign-out", "/api/sign-in"}) {
      HttpResponse<String> answer = program.post(path, "{}");
      assertThat(answer.statusCode()).as(path).isEqualTo(400);
      assertThat(answer.body()).contains("Only browsers sign in and out");
    }
    assertThat(program.get(ALERTS).statusCode()).isEqualTo(200);
  }

  /** What a proxy before the page wants is none of the page's business. */
  @Test
  void aHeaderOfAnotherKindIsNoToken() throws Exception {
    Person person = new Person(page.address());
    stage.account("tok-basic", Role.READER);
    person.signIn("tok-basic", DeskStage.PASSWORD);
    String basic = Base64.getEncoder().encodeToString(new byte[] {'a', ':', 'b'});
    assertThat(person.ask("GET", ALERTS, null, "Authorization", "Basic " + basic).statusCode())
        .isEqualTo(200);
    String token = stage.token("tok-basic").secret();
    Person program = new Person(page.address());
    assertThat(program.ask("GET", ALERTS, null, "Authorization", "bearer  " + token).statusCode())
        .isEqualTo(200);
  }

  @Test
  void noOtherSiteAsksByAToken() throws Exception {
    Person program = program(token("tok-site", Role.ANALYST).secret());
    assertThat(program.post("/api/decisions", "{}", "Origin", "http://evil.example").statusCode())
        .isEqualTo(403);
  }

  @Test
  void wrongTokensAreTriedFiftyTimesAtMostAndRightOnesStillWork() throws Exception {
    String right = token("tok-many", Role.READER).secret();
    try (Dashboard own = start()) {
      Person program = new Person(own.address());
      program.bearer = "weir_wrong";
      for (int i = 0; i < 50; i++) {
        assertThat(program.get(ALERTS).statusCode()).isEqualTo(401);
      }
      HttpResponse<String> last = program.get(ALERTS);
      assertThat(last.statusCode()).isEqualTo(429);
      assertThat(last.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 900L);
      assertThat(new Person(own.address()).signIn("tok-many", "guessed").statusCode())
          .as("passwords count with them")
          .isEqualTo(429);
      program.bearer = right;
      assertThat(program.get(ALERTS).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void onlyTheHashIsKeptAndItsUseIsNoted() throws Exception {
    ApiTokens.Made made = token("tok-kept", Role.READER);
    assertThat(made.kept().usedAt()).isNull();
    assertThat(made.toString()).doesNotContain(made.secret());
    assertThat(program(made.secret()).get(ALERTS).statusCode()).isEqualTo(200);
    try (Connection owner = stage.postgres.connect(stage.postgres.owner());
        var statement = owner.createStatement();
        var rows =
            statement.executeQuery(
                "select string_agg(t::text, ' '), (select string_agg(a::text, ' ') from desk.audit"
                    + " a) from desk.tokens t")) {
      assertThat(ApiTokens.byId(owner, made.kept().id()).orElseThrow().usedAt())
          .isBetween(System.currentTimeMillis() - 60_000, System.currentTimeMillis() + 1000);
      rows.next();
      String secret = made.secret().replace("weir_", "");
      assertThat(rows.getString(1)).contains("tok-kept").doesNotContain(secret);
      assertThat(rows.getString(2)).doesNotContain(secret);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "insert into desk.tokens (token_hash, name, version, label, ends_at)"
            + " values ('x', 'first', 1, '', now() + interval '1 day')",
        "update desk.tokens set ends_at = now() + interval '1 day'",
        "update desk.tokens set name = 'first'",
        "delete from desk.tokens"
      })
  void thePageMakesNoTokens(String change) throws Exception {
    try (Connection connection = stage.postgres.connect(PostgresStage.READER);
        var statement = connection.createStatement()) {
      statement.execute("set default_transaction_read_only = off");
      assertThatThrownBy(() -> statement.execute(change)).hasMessageContaining("permission denied");
    }
  }
}
