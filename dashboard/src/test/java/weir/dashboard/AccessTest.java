package weir.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weir.dashboard.access.Accounts;
import weir.dashboard.access.Passwords;
import weir.dashboard.access.Role;

/** Signing in and out, and what others may try. */
@ExtendWith(SharedDesk.class)
@Timeout(120)
class AccessTest {
  private static final String ALERTS = "/api/alerts";

  private final DeskStage stage;

  AccessTest(DeskStage stage) {
    this.stage = stage;
  }

  @Test
  void whoeverKnowsThePasswordIsIn() throws Exception {
    stage.account("ada", Role.ANALYST);
    Person ada = stage.stranger();
    HttpResponse<String> answer = ada.signIn("Ada", DeskStage.PASSWORD);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Set-Cookie").orElse(""))
        .contains("; HttpOnly", "; SameSite=Strict", "; Path=/")
        .doesNotContain("Secure");
    assertThat(ada.get("/api/me").body())
        .contains("\"name\":\"ada\"", "\"role\":\"analyst\"", "\"accounts\":true");
    assertThat(ada.get(ALERTS).statusCode()).isEqualTo(200);
  }

  @Test
  void aWrongPasswordAndAnUnknownNameGetTheSameAnswerInTheSameTime() throws Exception {
    stage.account("bea", Role.ANALYST, Passwords.hash(DeskStage.PASSWORD));
    long wrong = 0;
    long unknown = 0;
    for (int i = 0; i < 5; i++) {
      long start = System.nanoTime();
      HttpResponse<String> one = stage.stranger().signIn("bea", "not the right one");
      long middle = System.nanoTime();
      HttpResponse<String> other = stage.stranger().signIn("nobody-" + i, "not the right one");
      wrong += middle - start;
      unknown += System.nanoTime() - middle;
      assertThat(one.statusCode()).isEqualTo(401);
      assertThat(other.statusCode()).isEqualTo(401);
      assertThat(one.body()).isEqualTo(other.body());
      assertThat(one.headers().firstValue("Set-Cookie")).isEmpty();
    }
    // A lookup without a hash would take a hundredth.
    assertThat(unknown).isBetween(wrong / 4, wrong * 4);
  }

  @Test
  void aSessionIsNewWhateverTheBrowserHadBefore() throws Exception {
    Person victim = stage.stranger();
    victim.cookie = "weir-" + URI.create(stage.address()).getPort() + "=chosen-by-others";
    stage.account("vic", Role.READER);
    victim.signIn("vic", DeskStage.PASSWORD);
    assertThat(victim.cookie).doesNotContain("chosen-by-others");

    Person other = stage.stranger();
    other.cookie = Objects.requireNonNull(victim.cookie);
    victim.signIn("vic", DeskStage.PASSWORD);
    assertThat(victim.get(ALERTS).statusCode()).isEqualTo(200);
    assertThat(other.get(ALERTS).statusCode()).as("the session before").isEqualTo(401);
  }

  @Test
  void signedOutIsOutOnTheServerToo() throws Exception {
    Person person = stage.somebody(Role.READER);
    assertThat(person.post("/api/sign-out", "{}").statusCode()).isEqualTo(200);
    assertThat(person.get(ALERTS).statusCode()).isEqualTo(401);
  }

  @Test
  void whoeverChangesSomethingShowsATokenThatNoOtherSiteKnows() throws Exception {
    Person person = stage.somebody(Role.READER);
    String token = Objects.requireNonNull(person.token);
    person.token = null;
    assertThat(person.post("/api/sign-out", "{}").statusCode()).isEqualTo(403);
    person.token = stage.somebody(Role.READER).token;
    assertThat(person.post("/api/sign-out", "{}").statusCode()).isEqualTo(403);
    person.token = token;
    for (String site : new String[] {"cross-site", "same-site"}) {
      assertThat(person.post("/api/sign-out", "{}", "Sec-Fetch-Site", site).statusCode())
          .isEqualTo(403);
      assertThat(
              person
                  .post("/api/sign-out", "{}", "Sec-Fetch-Site", site, "Sec-Fetch-Mode", "navigate")
                  .statusCode())
          .isEqualTo(403);
    }
    for (String origin : new String[] {"http://evil.example", "null", "http://127.0.0.1:1"}) {
      assertThat(person.post("/api/sign-out", "{}", "Origin", origin).statusCode()).isEqualTo(403);
    }
    String own = stage.address().replaceFirst("/$", "");
    assertThat(
            person
                .post("/api/sign-out", "{}", "Origin", own, "Sec-Fetch-Site", "same-origin")
                .statusCode())
        .isEqualTo(200);
  }

  @Test
  void noOtherSiteSignsAnybodyIn() throws Exception {
    Person person = stage.stranger();
    String body = "{\"name\":\"first\",\"password\":\"" + DeskStage.PASSWORD + "\"}";
    assertThat(person.post("/api/sign-in", body, "Origin", "http://evil.example").statusCode())
        .isEqualTo(403);
    assertThat(person.post("/api/sign-in", body, "Content-Type", "text/plain").statusCode())
        .isEqualTo(415);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "null",
        "{\"name\":",
        "{\"name\":1,\"password\":\"x\"}",
        "{\"name\":\"a\",\"name\":\"b\",\"password\":\"x\"}",
        "{\"name\":\"a\"}",
        "{\"name\":\"\\u0000\",\"password\":\"x\"}",
        "{\"name\":\"\\ud800\",\"password\":\"x\"}",
        "{} {}"
      })
  void whatIsNoSignInIsToldSo(String body) throws Exception {
    assertThat(stage.stranger().post("/api/sign-in", body).statusCode()).isEqualTo(400);
  }

  @Test
  void noBodyIsTooLongToBeRefused() throws Exception {
    String name = "x".repeat(200);
    assertThat(stage.stranger().signIn(name, "y").statusCode()).isEqualTo(400);
    assertThat(stage.stranger().signIn("z".repeat(40_000), "y").statusCode()).isEqualTo(413);
    assertThat(stage.stranger().signIn("z".repeat(4_000_000), "y").statusCode()).isEqualTo(413);
    String nested = "[".repeat(15_000);
    assertThat(stage.stranger().post("/api/sign-in", nested).statusCode()).isEqualTo(400);
  }

  @Test
  void noNameIsTriedOverAndOver() throws Exception {
    stage.account("tried", Role.READER);
    for (int i = 0; i < 10; i++) {
      assertThat(stage.stranger().signIn("tried", "guess number " + i).statusCode()).isEqualTo(401);
    }
    HttpResponse<String> last = stage.stranger().signIn("tried", DeskStage.PASSWORD);
    assertThat(last.statusCode()).isEqualTo(429);
    assertThat(last.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 900L);
    assertThat(last.body()).contains("try again in 15 min");
  }

  @Test
  void aSessionEndsWithTheRoleThePasswordAndTheAccount() throws Exception {
    Person demoted = stage.somebody(Role.ADMIN, "dem");
    Person changed = stage.somebody(Role.READER, "cha");
    Person removed = stage.somebody(Role.READER, "rem");
    Person other = stage.somebody(Role.READER, "oth");
    try (Connection owner = stage.postgres.connect(stage.postgres.owner())) {
      Accounts.setRole(owner, "dem", Role.READER);
      Accounts.setPassword(owner, "cha", "$argon2id$v=19$m=8,t=1,p=1$AAAA$AAAA");
      Accounts.remove(owner, "rem");
      stage.account("rem", Role.ADMIN);
    }
    assertThat(demoted.get(ALERTS).statusCode()).isEqualTo(401);
    assertThat(changed.get(ALERTS).statusCode()).isEqualTo(401);
    assertThat(removed.get(ALERTS).statusCode()).isEqualTo(401);
    assertThat(other.get(ALERTS).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "used_at = now() - interval '61 min'",
        "ends_at = now() - interval '1 s'",
        "used_at = now() - interval '59 min', ends_at = now() + interval '1 min'"
      })
  void aSessionEndsUnusedAfterAnHourAndUsedAfterItsLongest(String age) throws Exception {
    String name = "ages-" + Integer.toHexString(age.hashCode());
    Person person = stage.somebody(Role.READER, name);
    try (Connection owner = stage.postgres.connect(stage.postgres.owner());
        var statement = owner.createStatement()) {
      statement.execute("update desk.sessions set " + age + " where name = '" + name + "'");
      int expected = age.contains("59 min") ? 200 : 401;
      assertThat(person.get(ALERTS).statusCode()).isEqualTo(expected);
      assertThat(person.get(ALERTS).statusCode()).isEqualTo(expected);
      try (var rows =
          statement.executeQuery(
              "select used_at > now() - interval '1 min' from desk.sessions where name = '"
                  + name
                  + "'")) {
        rows.next();
        assertThat(rows.getBoolean(1))
            .as("its use was noted")
            .isEqualTo(expected == 200 || !age.contains("used_at"));
      }
    }
  }

  @Test
  void aBodyWithoutALengthIsNoLongerThanOthers() throws Exception {
    HttpRequest endless =
        HttpRequest.newBuilder(URI.create(stage.address()).resolve("/api/sign-in"))
            .header("Content-Type", "application/json")
            .POST(
                HttpRequest.BodyPublishers.ofInputStream(
                    () -> new ByteArrayInputStream(new byte[2_000_000])))
            .build();
    assertThat(
            HttpClient.newHttpClient()
                .send(endless, HttpResponse.BodyHandlers.ofString())
                .statusCode())
        .isEqualTo(413);
  }

  @Test
  void aStreamEndsWithItsSession() throws Exception {
    Person person = stage.somebody(Role.READER, "streams");
    try (Events events = Events.as(stage.address(), Objects.requireNonNull(person.cookie))) {
      assertThat(events.next("event: ")).isEqualTo("event: state");
      try (Connection owner = stage.postgres.connect(stage.postgres.owner())) {
        Accounts.remove(owner, "streams");
      }
      assertThat(events.next("no such thing")).isEqualTo("the stream ended");
    }
  }

  @Test
  void aLinkLeadsInOnce() throws Exception {
    stage.account("lin", Role.ANALYST);
    String link;
    String changed;
    try (Connection owner = stage.postgres.connect(stage.postgres.owner())) {
      link = Accounts.link(owner, Accounts.find(owner, "lin").orElseThrow());
      changed = Accounts.link(owner, Accounts.find(owner, "lin").orElseThrow());
    }
    assertThat(stage.stranger().signInBy("made-up").statusCode()).isEqualTo(401);
    assertThat(stage.stranger().signInBy(link).body()).contains("\"name\":\"lin\"");
    assertThat(stage.stranger().signInBy(link).statusCode()).isEqualTo(401);
    try (Connection owner = stage.postgres.connect(stage.postgres.owner())) {
      Accounts.setRole(owner, "lin", Role.ADMIN);
    }
    assertThat(stage.stranger().signInBy(changed).statusCode()).isEqualTo(401);
  }

  @Test
  void whatEverybodyDidIsSeenByAdminsAndChangedByNobody() throws Exception {
    stage.account("aud", Role.READER);
    Person aud = stage.stranger();
    aud.signIn("aud", "wrong one, really");
    aud.signIn("aud", DeskStage.PASSWORD);
    assertThat(aud.get("/api/audit").statusCode()).isEqualTo(403);

    assertThat(stage.somebody(Role.ADMIN).get("/api/audit").body())
        .contains(
            "\"action\":\"sign-in refused\",\"subject\":\"aud\"",
            "\"who\":\"aud\",\"action\":\"signed in\"",
            "\"who\":\"aud\",\"action\":\"refused\",\"subject\":\"GET /api/audit\"")
        .doesNotContain("wrong one, really");
    for (String user : new String[] {PostgresStage.READER, stage.postgres.owner()}) {
      for (String change :
          new String[] {"update desk.audit set who = 'x'", "delete from desk.audit"}) {
        refuses(user, change);
      }
    }
    refuses(stage.postgres.owner(), "truncate desk.audit");
    refuses(PostgresStage.READER, "insert into desk.accounts values ('x', 'admin')");
    refuses(PostgresStage.READER, "update desk.accounts set role = 'admin'");
  }

  private void refuses(String user, String change) throws SQLException {
    try (Connection connection = stage.postgres.connect(user);
        var statement = connection.createStatement()) {
      // As the page does.
      statement.execute("set default_transaction_read_only = off");
      assertThatThrownBy(() -> statement.execute(change))
          .as("%s by %s", change, user)
          .hasMessageMatching("(?s).*(only grows|permission denied).*");
    }
  }

  @Test
  void behindTlsTheCookieGoesOverTlsOnly() throws Exception {
    try (Dashboard secure = Dashboard.start(stage.settings(0, "--secureCookies"))) {
      Person person = new Person(secure.address());
      Waiting.until(
          "it knows of accounts", () -> person.get("/api/me").body().contains("\"accounts\":true"));
      stage.account("tls", Role.READER);
      HttpResponse<String> answer = person.signIn("tls", DeskStage.PASSWORD);
      assertThat(answer.headers().firstValue("Set-Cookie").orElse(""))
          .startsWith("__Host-weir=")
          .contains("; Secure", "; Path=/")
          .doesNotContain("Domain");
      assertThat(person.get(ALERTS).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void secretsStandNowhereInTheDatabase() throws Exception {
    Person person = stage.somebody(Role.READER);
    String token = Objects.requireNonNull(person.cookie).replaceFirst("[^=]*=", "");
    try (Connection owner = stage.postgres.connect(stage.postgres.owner());
        var statement = owner.createStatement();
        var rows =
            statement.executeQuery(
                "select string_agg(s::text, '') || (select string_agg(a::text, '') from"
                    + " desk.accounts a) from desk.sessions s")) {
      rows.next();
      assertThat(rows.getString(1)).doesNotContain(token).doesNotContain(DeskStage.PASSWORD);
    }
  }
}
