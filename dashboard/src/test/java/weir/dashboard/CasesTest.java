package weir.dashboard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weir.dashboard.access.Role;

/** The case of a user: what is told of one, what is kept, and the file. */
@Tag("slow")
@Timeout(120)
@ExtendWith(SharedDesk.class)
class CasesTest {
  private static final JsonMapper MAPPER = new JsonMapper();

  private final DeskStage stage;

  CasesTest(DeskStage stage) {
    this.stage = stage;
  }

  private static JsonNode json(HttpResponse<String> answer) throws Exception {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return MAPPER.readTree(answer.body());
  }

  private static String of(String user) {
    return "user=" + URLEncoder.encode(user, UTF_8);
  }

  private static String sha256(String text) throws Exception {
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    return HexFormat.of().formatHex(hash);
  }

  private void asOwner(String sql) throws SQLException {
    try (Connection connection = stage.postgres.connect(stage.postgres.owner());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static void decide(Person person, String alert, String decision) throws Exception {
    json(
        person.post(
            "/api/decisions",
            "{\"alert\":\""
                + alert
                + "\",\"decision\":\""
                + decision
                + "\",\"note\":\"said so\"}"));
  }

  private static long decision(Person person, String user) throws Exception {
    for (JsonNode each : json(person.get("/api/cases?" + of(user))).path("timeline")) {
      if (each.path("kind").asText().equals("decision")) {
        return each.path("decision").asLong();
      }
    }
    throw new AssertionError("no decision in the timeline");
  }

  @Test
  void evidenceStandsThoughTheAlertIsWithdrawn() throws Exception {
    stage.alert("c-kept", "kate");
    Person analyst = stage.somebody(Role.ANALYST);
    decide(analyst, "c-kept", "fraud");
    String address = "/api/cases/evidence?decision=" + decision(analyst, "kate");
    JsonNode before = json(analyst.get(address));
    assertThat(before.path("differences")).isEmpty();

    // As the pipeline does when a late payment takes the reason away.
    asOwner(
        "update alerts set status = 'withdrawn', seen = seen + 1, observed = 2"
            + " where alert_id = 'c-kept'");
    asOwner("update transactions set is_flagged = false where transaction_id = 'c-kept'");
    asOwner(
        "insert into transactions select user_id, event_time + interval '1 s', 'c-kept-2', 99,"
            + " currency, merchant_id, category, payment_method, city, country, latitude,"
            + " longitude, device_id, is_flagged, severity, fired_rules, seen from transactions"
            + " where transaction_id = 'c-kept'");

    JsonNode after = json(analyst.get(address));
    assertThat(after.path("evidence")).isEqualTo(before.path("evidence"));
    assertThat(after.path("sha256")).isEqualTo(before.path("sha256"));
    assertThat(after.path("intact").asBoolean()).isTrue();
    JsonNode alert = after.path("evidence").path("alerts").path(0).path("alert");
    assertThat(alert.path("status").asText()).isEqualTo("raised");
    assertThat(alert.path("observed").asInt()).isEqualTo(4);
    JsonNode paid = after.path("evidence").path("payments").path(0);
    assertThat(paid.path("id").asText()).isEqualTo("c-kept");
    assertThat(paid.path("flagged").asBoolean()).isTrue();
    String differences = after.path("differences").toString();
    assertThat(differences)
        .contains("\"field\":\"status\",\"was\":\"raised\",\"is\":\"withdrawn\"")
        .contains("\"field\":\"flagged\",\"was\":\"true\",\"is\":\"false\"")
        .contains(
            "{\"about\":\"figures in EUR\",\"field\":\"payments\",\"was\":\"1\",\"is\":\"2\"}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update desk.evidence set content = '{}'",
        "delete from desk.evidence",
        "truncate desk.evidence cascade",
        "update desk.frozen set sha256 = ''",
        "delete from desk.frozen",
        "update desk.notes set note = ''",
        "delete from desk.notes"
      })
  void whatIsKeptOnlyGrows(String sql) throws Exception {
    assertThatThrownBy(() -> asOwner(sql)).hasMessageContaining("only grows");
  }

  @Test
  void evidenceWithAWrongChecksumCannotBeWritten() {
    assertThatThrownBy(
            () -> asOwner("insert into desk.evidence (sha256, content) values ('0', '{}')"))
        .hasMessageContaining("violates check constraint");
  }

  @Test
  void aDecisionIsKeptWithAllThatWasSeen() throws Exception {
    stage.alert("c-all", "al");
    Person analyst = stage.somebody(Role.ANALYST);
    decide(analyst, "c-all", "dismissed");
    decide(analyst, "c-all", "fraud");
    JsonNode timeline = json(analyst.get("/api/cases?" + of("al"))).path("timeline");
    assertThat(timeline.findValuesAsText("kind")).contains("alert", "decision", "payments");
    assertThat(timeline.findValuesAsText("what")).contains("fraud", "dismissed", "velocity");
    JsonNode evidence =
        json(analyst.get("/api/cases/evidence?decision=" + decision(analyst, "al")))
            .path("evidence");
    assertThat(evidence.path("weir").asText()).isEqualTo("evidence/1");
    assertThat(evidence.path("figures").path("currencies").path(0).path("sum").asText())
        .startsWith("12.5");
    assertThat(evidence.path("shared").isArray()).isTrue();
  }

  @Test
  void notesAreKeptOnceAndTold() throws Exception {
    stage.alert("c-note", "nora");
    Person analyst = stage.somebody(Role.ANALYST, "noting");
    String body =
        "{\"id\":\"" + UUID.randomUUID() + "\",\"user\":\"nora\",\"note\":\" <b>she called</b> \"}";
    json(analyst.post("/api/cases/note", body));
    json(analyst.post("/api/cases/note", body));
    JsonNode timeline = json(analyst.get("/api/cases?" + of("nora"))).path("timeline");
    assertThat(timeline.findValuesAsText("kind").stream().filter("note"::equals)).hasSize(1);
    assertThat(timeline.findValuesAsText("text")).contains("<b>she called</b>");
    Person admin = stage.somebody(Role.ADMIN);
    assertThat(admin.get("/api/audit").body()).contains("\"who\":\"noting\",\"action\":\"noted\"");

    String path = "/api/cases/note";
    assertThat(analyst.post(path, "{\"user\":\"nora\",\"note\":\" \"}").statusCode())
        .isEqualTo(400);
    assertThat(analyst.post(path, "{\"user\":\"nora\",\"note\":\"n\",\"id\":\"x\"}").statusCode())
        .isEqualTo(400);
    assertThat(analyst.post(path, "{\"user\":\"no-such\",\"note\":\"n\"}").statusCode())
        .isEqualTo(404);
    assertThat(
            stage
                .somebody(Role.READER)
                .post(path, "{\"user\":\"nora\",\"note\":\"n\"}")
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void theFileHasAllAndCanBeChecked() throws Exception {
    stage.alert("c-file", "fay");
    Person analyst = stage.somebody(Role.ANALYST, "exporting");
    decide(analyst, "c-file", "fraud");
    json(analyst.post("/api/cases/note", "{\"user\":\"fay\",\"note\":\"a note\"}"));
    HttpResponse<String> answer = analyst.get("/api/cases/export?as=json&" + of("fay"));
    JsonNode file = json(answer);
    assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
        .matches("attachment; filename=\"weir-case-fay-\\d{4}-\\d\\d-\\d\\d\\.json\"");
    assertThat(file.path("weir").asText()).isEqualTo("case/1");
    assertThat(file.path("exportedBy").asText()).isEqualTo("exporting");
    assertThat(file.path("cut")).isEmpty();
    String utc = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z";
    assertThat(file.path("exportedAt").asText()).matches(utc);
    assertThat(file.path("payments").path(0).path("time").asText()).matches(utc);
    assertThat(file.path("decisions").path(0).path("at").asText()).matches(utc);
    assertThat(file.path("decisions").path(0).path("eventTime").asText()).matches(utc);
    assertThat(file.path("notes").path(0).path("at").asText()).matches(utc);
    assertThat(file.path("notes").path(0).path("note").asText()).isEqualTo("a note");
    assertThat(file.path("alerts").path(0).path("alert").path("alertId").asText())
        .isEqualTo("c-file");
    for (JsonNode each : file.path("timeline")) {
      assertThat(each.path("at").asText()).matches(utc);
    }
    JsonNode piece = file.path("evidence").path(0);
    assertThat(sha256(piece.path("content").asText())).isEqualTo(piece.path("sha256").asText());
    assertThat(file.path("checksum").asText())
        .isEqualTo(sha256(piece.path("sha256").asText() + "\n"));
    assertThat(stage.somebody(Role.ADMIN).get("/api/audit").body())
        .contains("\"who\":\"exporting\",\"action\":\"exported\",\"subject\":\"fay\"")
        .contains("json, evidence " + file.path("checksum").asText());
  }

  @Test
  void aReaderMayLookAndNotExport() throws Exception {
    stage.alert("c-reader", "rita");
    Person reader = stage.somebody(Role.READER);
    json(reader.get("/api/cases?" + of("rita")));
    for (String as : new String[] {"html", "json"}) {
      HttpResponse<String> answer = reader.get("/api/cases/export?as=" + as + "&" + of("rita"));
      assertThat(answer.statusCode()).isEqualTo(403);
      assertThat(answer.body()).doesNotContain("c-reader");
    }
    assertThat(stage.stranger().get("/api/cases?" + of("rita")).statusCode()).isEqualTo(401);
  }

  @Test
  void whatIsNotThereIsNotFound() throws Exception {
    Person analyst = stage.somebody(Role.ANALYST);
    String nobody = of("nobody-here");
    assertThat(analyst.get("/api/cases?" + nobody).statusCode()).isEqualTo(404);
    assertThat(analyst.get("/api/cases/export?as=html&" + nobody).statusCode()).isEqualTo(404);
    assertThat(analyst.get("/api/cases/export?as=pdf&" + nobody).statusCode()).isEqualTo(400);
    assertThat(analyst.get("/api/cases/evidence?decision=999999999").statusCode()).isEqualTo(404);
    assertThat(analyst.get("/api/cases/evidence?decision=1%20or%201").statusCode()).isEqualTo(400);
    assertThat(analyst.get("/api/cases").statusCode()).isEqualTo(400);
    // Nobody's case may be had by asking for another's in other letters.
    stage.alert("c-case", "Case-Sensitive");
    assertThat(analyst.get("/api/cases?" + of("case-sensitive")).statusCode()).isEqualTo(404);
    assertThat(analyst.get("/api/cases?" + of("Case-Sensitive%")).statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a/b\\c",
        "../../etc/passwd",
        "\"'; drop table alerts; --",
        "x\r\nSet-Cookie: a=b",
        "<script>alert(1)</script>",
        "\u202Eevil\u2066",
        "ünïcödé 😀"
      })
  void idsMayBeAnything(String user) throws Exception {
    String alert = "c-id-" + Integer.toHexString(user.hashCode());
    stage.alert(alert, user);
    Person analyst = stage.somebody(Role.ANALYST);
    assertThat(json(analyst.get("/api/cases?" + of(user))).path("user").asText()).isEqualTo(user);
    for (String as : new String[] {"html", "json"}) {
      HttpResponse<String> answer = analyst.get("/api/cases/export?as=" + as + "&" + of(user));
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
          .matches("attachment; filename=\"weir-case-[A-Za-z0-9_-]+\\." + as + "\"");
      assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
      assertThat(answer.body()).contains(alert);
      if (as.equals("html")) {
        assertThat(answer.body()).doesNotContain("<script", "\u202E");
      }
    }
  }

  @Test
  void idsThatNobodyCanHaveAreNotFound() throws Exception {
    Person analyst = stage.somebody(Role.ANALYST);
    for (String user : new String[] {"w".repeat(1000), "nul\0"}) {
      assertThat(analyst.get("/api/cases?" + of(user)).statusCode()).isEqualTo(404);
      assertThat(analyst.get("/api/cases/export?as=html&" + of(user)).statusCode()).isEqualTo(404);
    }
    String longest = "w".repeat(256);
    stage.alert("c-longest", longest);
    json(analyst.get("/api/cases?" + of(longest)));
    // What is longer is not cut down to somebody else's id.
    assertThat(analyst.get("/api/cases?" + of(longest + "w")).statusCode()).isEqualTo(404);
  }

  @Test
  void aUserWithManyPaymentsIsAnsweredInTime() throws Exception {
    asOwner(
        "insert into transactions select 'many', now() - n * interval '1 min', 'many-' || n,"
            + " n % 100 + 1, 'EUR', 'm-' || n % 50, 'online', 'card', 'Porto', 'PT', 41.1, -8.6,"
            + " 'd-' || n % 5, n % 100 = 0, null, '{}', 1 from generate_series(1, 20000) as n");
    Person analyst = stage.somebody(Role.ANALYST);
    long begin = System.nanoTime();
    JsonNode told = json(analyst.get("/api/cases?" + of("many")));
    assertThat(told.path("figures").path("payments").asInt()).isEqualTo(10_000);
    assertThat(told.path("figures").path("cut").asBoolean()).isTrue();
    assertThat(told.path("cut").asBoolean()).isTrue();
    JsonNode file = json(analyst.get("/api/cases/export?as=json&" + of("many")));
    assertThat(file.path("payments")).hasSize(10_000);
    assertThat(file.path("payments").path(0).path("id").asText()).isEqualTo("many-1");
    assertThat(file.path("payments").path(9_999).path("id").asText()).isEqualTo("many-10000");
    assertThat(file.path("cut").path(0).asText())
        .isEqualTo("Only the newest 10000 payments are here.");
    HttpResponse<String> html = analyst.get("/api/cases/export?as=html&" + of("many"));
    assertThat(html.body()).contains("Only the newest 10000 payments are here.", "many-10000<");
    assertThat(System.nanoTime() - begin).isLessThan(20_000_000_000L);
  }

  @Test
  void othersWithTheSameDeviceAreFound() throws Exception {
    for (String user : new String[] {"ring-1", "ring-2", "ring-3"}) {
      stage.alert("c-" + user, user);
    }
    asOwner(
        "update transactions set device_id = 'one-device', merchant_id = user_id,"
            + " fields = '{\"ip\":\"::1\",\"risk\":7}' where user_id like 'ring-%'");
    JsonNode shared =
        json(stage.somebody(Role.READER).get("/api/cases?" + of("ring-1"))).path("shared");
    assertThat(shared.findValuesAsText("value")).contains("one-device", "::1");
    JsonNode device = shared.path(0);
    assertThat(device.path("kind").asText()).isEqualTo("device");
    assertThat(device.path("users").asInt()).isEqualTo(2);
    assertThat(device.path("others").findValuesAsText("user")).containsExactly("ring-2", "ring-3");
    assertThat(device.path("others").path(0).path("alerts").asInt()).isEqualTo(1);
    assertThat(shared.findValuesAsText("name")).doesNotContain("risk");
  }
}
