package weir.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import weir.dashboard.FakeProvider.Lie;
import weir.dashboard.access.Role;

/** Signing in by a provider of OpenID Connect, and what others may try. */
@ExtendWith(SharedDesk.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class OidcTest {
  private static final String ALERTS = "/api/alerts";
  private static final String BEGIN = "/api/oidc/begin";

  private final DeskStage stage;
  private final FakeProvider provider = new FakeProvider();
  private final HttpClient http = HttpClient.newHttpClient();

  @SuppressWarnings("NullAway.Init")
  private Dashboard page;

  OidcTest(DeskStage stage) throws Exception {
    this.stage = stage;
  }

  @BeforeAll
  void start(@TempDir Path folder) throws Exception {
    page = Dashboard.start(stage.settings(0, options(provider, folder)));
    Waiting.until(
        "it knows of accounts",
        () -> new Person(page.address()).get("/api/me").body().contains("\"accounts\":true"));
  }

  static String[] options(FakeProvider provider, Path folder) throws Exception {
    Path secret = Files.writeString(folder.resolve("secret"), FakeProvider.SECRET + "\n");
    return new String[] {
      "--oidcIssuer=" + provider.issuer(),
      "--oidcClient=" + FakeProvider.CLIENT,
      "--oidcSecretFile=" + secret,
      "--oidcRole=realm_access.roles"
    };
  }

  @AfterAll
  void stop() {
    page.close();
    provider.close();
  }

  @AfterEach
  void honestAgain() {
    provider.lie = Lie.NONE;
    provider.roles = List.of("weir-analyst");
    provider.subject = "s-1";
    provider.called = "Grace";
  }

  /** A browser on its way: what it keeps, and where it was sent. */
  private record Step(int status, String location, Map<String, String> cookies) {}

  private Step go(String address, @Nullable String cookie) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(page.address()).resolve(address));
    if (cookie != null) {
      request.header("Cookie", cookie);
    }
    HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    Map<String, String> cookies =
        answer.headers().allValues("Set-Cookie").stream()
            .collect(
                Collectors.toMap(
                    each -> each.startsWith("weir-flow-") ? "flow" : "session", each -> each));
    return new Step(
        answer.statusCode(), answer.headers().firstValue("Location").orElse(""), cookies);
  }

  private static String pair(@Nullable String set) {
    return Objects.requireNonNull(set).replaceFirst(";.*", "");
  }

  /** As far as the provider, which sends the browser back. */
  private Step away(@Nullable String cookie) throws Exception {
    Step begun = go(BEGIN, cookie);
    assertThat(begun.status()).isEqualTo(302);
    assertThat(begun.location()).startsWith(provider.issuer() + "/authorize?");
    Step there = go(begun.location(), null);
    return new Step(there.status(), there.location(), begun.cookies());
  }

  private Step signIn() throws Exception {
    Step away = away(null);
    return go(away.location(), pair(away.cookies().get("flow")));
  }

  private Person person(Step arrived) {
    Person person = new Person(page.address());
    person.cookie = pair(arrived.cookies().get("session"));
    return person;
  }

  private static void isRefused(Step step, String why) {
    assertThat(step.status()).isEqualTo(302);
    assertThat(step.location()).isEqualTo("/sign-in.html#trouble=" + why);
    assertThat(step.cookies()).doesNotContainKey("session");
  }

  @Test
  void whoeverTheProviderKnowsIsInWithTheRoleThatItGives() throws Exception {
    Step begun = go(BEGIN, null);
    assertThat(begun.cookies().get("flow"))
        .contains("; HttpOnly", "; SameSite=Lax", "; Path=/api/oidc", "; Max-Age=600");
    assertThat(begun.location()).contains("code_challenge_method=S256", "response_type=code");

    Step arrived = signIn();
    assertThat(arrived.location()).isEqualTo("/sign-in.html#back");
    assertThat(arrived.cookies().get("session")).contains("; HttpOnly", "; SameSite=Strict");
    assertThat(arrived.cookies().get("flow")).contains("; Max-Age=0");
    String host = provider.issuer().replaceFirst("http://", "");
    Person guest = person(arrived);
    assertThat(guest.get("/api/me").body())
        .contains("\"name\":\"grace (" + host + ")\"", "\"role\":\"analyst\"");
    assertThat(guest.get(ALERTS).statusCode()).isEqualTo(200);
    assertThat(guest.get("/api/audit").statusCode()).isEqualTo(403);
    assertThat(guest.get("/api/oidc").body()).isEqualTo("{\"provider\":\"" + host + "\"}");
    assertThat(stage.somebody(Role.ADMIN).get("/api/audit").body())
        .contains("\"who\":\"grace (" + host + ")\",\"action\":\"signed in\"");
  }

  @Test
  void accountsSignInAsBefore() throws Exception {
    stage.account("loc", Role.READER);
    Person local = new Person(page.address());
    assertThat(local.signIn("loc", DeskStage.PASSWORD).statusCode()).isEqualTo(200);
    provider.stop();
    try {
      assertThat(local.signIn("loc", DeskStage.PASSWORD).statusCode()).isEqualTo(200);
    } finally {
      provider.restart();
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = Lie.class,
      names = {"NONCE", "AUDIENCE", "ISSUER", "EXPIRED", "UNSIGNED", "ANOTHER_KEY"})
  void aTokenThatDoesNotHoldLetsNobodyIn(Lie lie) throws Exception {
    provider.lie = lie;
    isRefused(signIn(), "invalid");
    assertThat(stage.somebody(Role.ADMIN).get("/api/audit").body())
        .contains("\"action\":\"sign-in refused\",\"subject\":\"\",\"detail\":\"by the provider: ");
  }

  @Test
  void whomTheProviderRefusesIsNotIn() throws Exception {
    provider.lie = Lie.NO_CODE;
    isRefused(signIn(), "denied");
  }

  @Test
  void aProviderThatFailsIsToldToBeAway() throws Exception {
    provider.lie = Lie.FAILS;
    isRefused(signIn(), "away");
  }

  @Test
  void theStateIsThatOfTheSameBrowserAndIsUsedOnce() throws Exception {
    Step away = away(null);
    String cookie = pair(away.cookies().get("flow"));
    isRefused(go(away.location(), null), "stale");
    isRefused(go(away.location(), pair(away(null).cookies().get("flow"))), "stale");
    isRefused(go(away.location(), cookie.replaceFirst(".$", "!")), "stale");
    isRefused(go(away.location().replaceFirst("&state=.*", "&state=x"), cookie), "stale");
    isRefused(go(away.location().replaceFirst("&state=.*", ""), cookie), "stale");

    assertThat(go(away.location(), cookie).location()).isEqualTo("/sign-in.html#back");
    isRefused(go(away.location(), cookie), "stale");
  }

  @Test
  void whoHasNoRoleIsRefusedAndWhoLosesItIsOut() throws Exception {
    provider.subject = "s-none";
    provider.called = "nora";
    provider.roles = List.of("offline_access", "analyst", "xweir-admin");
    isRefused(signIn(), "role");
    provider.roles = List.of("weir-reader", "weir-admin");
    Person admin = person(signIn());
    assertThat(admin.get("/api/audit").statusCode()).isEqualTo(200);
    provider.roles = List.of("weir-reader");
    Person reader = person(signIn());
    assertThat(admin.get(ALERTS).statusCode()).as("the role before").isEqualTo(401);
    assertThat(reader.get("/api/audit").statusCode()).isEqualTo(403);
    provider.roles = List.of();
    isRefused(signIn(), "role");
    assertThat(reader.get(ALERTS).statusCode()).isEqualTo(401);
  }

  @Test
  void nobodyElseIsCalledTheSame() throws Exception {
    provider.called = "first";
    provider.subject = "s-first";
    String one = person(signIn()).get("/api/me").body();
    provider.subject = "s-other";
    String other = person(signIn()).get("/api/me").body();
    assertThat(one).contains("\"name\":\"first (127.0.0.1:");
    assertThat(other).containsPattern("\"name\":\"first\\.[0-9a-f]{8} \\(127");
    provider.called = "<script>\u0000\u202e ADA";
    provider.subject = "s-odd";
    assertThat(person(signIn()).get("/api/me").body()).contains("\"name\":\"_script_ada (127");
    // The name stays, whatever the provider calls them later.
    provider.called = "somebody else";
    assertThat(person(signIn()).get("/api/me").body()).contains("\"name\":\"_script_ada (127");
  }

  @Test
  void aSessionIsNewAndTheOneBeforeEnds() throws Exception {
    stage.account("bef", Role.READER);
    Person before = new Person(page.address());
    before.signIn("bef", DeskStage.PASSWORD);
    String session = Objects.requireNonNull(before.cookie);
    Step away = away(session);
    assertThat(before.get(ALERTS).statusCode()).as("not before it is needed").isEqualTo(200);
    Step arrived = go(away.location(), session + "; " + pair(away.cookies().get("flow")));
    assertThat(pair(arrived.cookies().get("session"))).isNotEqualTo(session);
    assertThat(before.get(ALERTS).statusCode()).isEqualTo(401);
    assertThat(person(arrived).get(ALERTS).statusCode()).isEqualTo(200);
  }

  @Test
  void nothingLeadsToAnotherSite() throws Exception {
    Step begun = go(BEGIN + "?to=https://evil.example&redirect_uri=https://evil.example", null);
    assertThat(begun.location())
        .startsWith(provider.issuer())
        .contains("redirect_uri=http%3A%2F%2F127.0.0.1%3A" + page.port() + "%2Fapi%2Foidc%2Fback")
        .doesNotContain("evil");
    Step away = away(null);
    Step arrived =
        go(away.location() + "&to=https://evil.example", pair(away.cookies().get("flow")));
    assertThat(arrived.location()).isEqualTo("/sign-in.html#back");
  }

  @Test
  void aGuestWhoIsRemovedIsOut() throws Exception {
    provider.subject = "s-gone";
    provider.called = "gone";
    Person gone = person(signIn());
    assertThat(gone.get(ALERTS).statusCode()).isEqualTo(200);
    try (Connection owner = stage.postgres.connect(stage.postgres.owner());
        var statement = owner.createStatement()) {
      statement.execute("delete from desk.guests where subject = 's-gone'");
      assertThat(gone.get(ALERTS).statusCode()).isEqualTo(401);
      try (var rows =
          statement.executeQuery("select count(*) from desk.sessions where name like 'gone (%'")) {
        rows.next();
        assertThat(rows.getInt(1)).isZero();
      }
    }
  }

  /** A page that has never heard of its provider. */
  @Test
  void whileTheProviderIsAwayThatIsSaid(@TempDir Path folder) throws Exception {
    try (FakeProvider down = new FakeProvider()) {
      down.stop();
      try (Dashboard other = Dashboard.start(stage.settings(0, options(down, folder)))) {
        Person person = new Person(other.address());
        Waiting.until(
            "it knows of accounts",
            () -> person.get("/api/me").body().contains("\"accounts\":true"));
        assertThat(person.get(BEGIN).headers().firstValue("Location"))
            .contains("/sign-in.html#trouble=away");
        down.restart();
        Waiting.until(
            "the provider is there",
            () ->
                person
                    .get(BEGIN)
                    .headers()
                    .firstValue("Location")
                    .orElse("")
                    .startsWith(down.issuer()));
      }
    }
  }

  @Test
  void aPageWithoutAProviderOffersNone() throws Exception {
    Person person = stage.stranger();
    assertThat(person.get("/api/oidc").body()).isEqualTo("{\"provider\":null}");
    assertThat(person.get(BEGIN).statusCode()).isEqualTo(404);
    assertThat(person.get("/api/oidc/back?code=x&state=y").statusCode()).isEqualTo(404);
  }
}
