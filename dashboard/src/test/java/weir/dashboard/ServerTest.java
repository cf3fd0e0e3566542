package weir.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import weir.model.Severity;

/** What the server says, to whoever asks and to whoever listens. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class ServerTest {
  @SuppressWarnings("NullAway.Init")
  private Stage stage;

  @BeforeAll
  void start() throws Exception {
    stage = new Stage();
    Waiting.until(
        "both sources are up", () -> stage.get("/healthz").body().split("\"UP\"").length == 3);
  }

  @AfterAll
  void stop() {
    stage.close();
  }

  @Test
  void anAlertIsHeardWithinASecondOfBeingInKafka() throws Exception {
    try (BufferedReader events = events()) {
      assertThat(next(events, "event: state")).isNotNull();
      stage.toKafka(Alerts.velocity("heard", "user-1"));
      long inKafka = System.nanoTime();

      assertThat(next(events, "\"alertId\":\"heard\"")).contains("\"rule\":\"velocity\"");
      assertThat(Duration.ofNanos(System.nanoTime() - inKafka)).isLessThan(Duration.ofSeconds(1));
    }
  }

  @Test
  void whoeverComesBackGetsWhatItMissedAndNotAllAnew() throws Exception {
    String last;
    try (BufferedReader events = events()) {
      last = next(events, "id: ").substring("id: ".length());
    }
    stage.toKafka(Alerts.velocity("missed", "user-1"));
    Waiting.until("the server has it", () -> stage.get("/api/alert?id=missed").statusCode() == 200);

    try (BufferedReader events = events("Last-Event-ID", last)) {
      String line = events.readLine();
      while (line != null && !line.contains("\"alertId\":\"missed\"")) {
        assertThat(line).isNotEqualTo("event: state");
        line = events.readLine();
      }
      assertThat(line).isNotNull();
    }
    try (BufferedReader events = events("Last-Event-ID", "another-life")) {
      assertThat(next(events, "event: ")).isEqualTo("event: state");
    }
  }

  @Test
  void filtersAreTheServersToo() throws Exception {
    stage.toKafka(Alerts.alert("f-1", "ann", "velocity", Severity.HIGH, "quick", 4));
    stage.toKafka(Alerts.alert("f-2", "ann", "high-value", Severity.MEDIUM, "100% \"odd\"", 1));
    stage.toKafka(Alerts.alert("f-3", "bob", "velocity", Severity.HIGH, "quick too", 4));
    Waiting.until("all are there", () -> stage.get("/api/alert?id=f-3").statusCode() == 200);

    assertThat(found("user=ann")).contains("f-1", "f-2").doesNotContain("f-3");
    assertThat(found("user=ann&rule=velocity")).contains("f-1").doesNotContain("f-2");
    assertThat(found("user=ann&severity=medium")).contains("f-2").doesNotContain("f-1");
    assertThat(found("text=" + encoded("100% \"ODD\""))).contains("f-2").doesNotContain("f-1");
    assertThat(found("text=" + encoded("' or '1'='1"))).isEqualTo("[]");
  }

  private String found(String query) throws IOException, InterruptedException {
    return stage.get("/api/alerts?" + query).body();
  }

  @Test
  void anAlertIsToldWithWhatItsUserDidAroundIt() throws Exception {
    long now = System.currentTimeMillis();
    stage.toPostgres(Alerts.payment("p-1", "carl", now - 20_000, "Porto"), false);
    stage.toPostgres(Alerts.payment("p-2", "carl", now, "Porto"), true);
    stage.toPostgres(Alerts.payment("p-3", "carl", now - 86_400_000, "Lisboa"), false);
    stage.toKafka(Alerts.withEvidence("around", "carl", now, List.of("p-1", "p-2")));
    Waiting.until("it is there", () -> stage.get("/api/alert?id=around").statusCode() == 200);

    assertThat(stage.get("/api/alert?id=around").body())
        .contains("\"id\":\"p-1\"", "\"id\":\"p-2\"")
        .doesNotContain("\"id\":\"p-3\"");
    assertThat(stage.get("/api/user?id=carl").body())
        .contains("\"id\":\"p-3\"", "\"alertId\":\"around\"");
    assertThat(stage.get("/api/alert?id=nothing").statusCode()).isEqualTo(404);
  }

  @Test
  void aBrowserIsToldToTrustNobodyElse() throws Exception {
    var page = stage.get("/");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(page.body()).doesNotContainPattern("(src|href)=\"(https?:)?//");
    assertThat(stage.get("/lib/d3-geo.js").body()).contains("geoEqualEarth");
    for (String path : List.of("/../../weir.properties", "/app/..%2f..%2f", "/WEB-INF/x")) {
      assertThat(stage.get(path).statusCode()).isGreaterThanOrEqualTo(400);
    }
  }

  @Test
  void aForeignNameForThisMachineIsRefused() throws Exception {
    URI address = URI.create(stage.address());
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), address.getPort())) {
      socket
          .getOutputStream()
          .write(
              "GET /api/alerts HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 403");
    }
  }

  @Test
  void prometheusReadsTheFigures() throws Exception {
    assertThat(stage.get("/metrics").body())
        .contains("weir_alerts_total", "weir_kafka_up 1.0", "weir_postgres_up 1.0")
        .contains("jvm_memory_used_bytes");
  }

  @Test
  void theUserOfThePageMayNotWrite() throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(stage.postgres.jdbcUrl(), "reader", "");
        var statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute("delete from alerts"))
          .hasMessageContaining("permission denied");
    }
  }

  @Test
  void postgresMayGoAndComeBack() throws Exception {
    stage.postgres.stop();
    Waiting.until(
        "it is told", () -> stage.get("/metrics").body().contains("weir_postgres_up 0.0"));
    assertThat(stage.get("/healthz").statusCode()).isEqualTo(200);
    assertThat(stage.get("/api/user?id=carl").statusCode()).isEqualTo(503);

    stage.postgres.restart();
    Waiting.until(
        "it is told", () -> stage.get("/metrics").body().contains("weir_postgres_up 1.0"));
    assertThat(stage.get("/api/user?id=carl").statusCode()).isEqualTo(200);
  }

  @Test
  void withoutKafkaThePageLivesFromTheDatabase() throws Exception {
    try (Dashboard alone =
        Dashboard.start(
            Settings.of(
                List.of(
                    "--port=0",
                    "--bootstrapServers=",
                    "--jdbcUrl=" + stage.postgres.jdbcUrl(),
                    "--jdbcUser=reader")))) {
      stage.sql(
          "insert into alerts values ('stored', 'raised', 'velocity', 1, 'high', 'dora', 't',"
              + " now(), now(), now(), 4, 4, 3, 'transactions', '{t}', 1, 'because', now(), 'x')");
      URI address = URI.create(alone.address());
      Waiting.until(
          "it is told",
          () ->
              stage
                  .get(address.resolve("/api/alerts?user=dora").toString())
                  .body()
                  .contains("stored"));
      assertThat(stage.get(address.resolve("/healthz").toString()).body())
          .contains("\"kafka\":{\"state\":\"OFF\"");
    }
  }

  @Test
  void aPortThatIsTakenIsNamedIfItWasAskedFor() {
    int taken = URI.create(stage.address()).getPort();
    assertThatThrownBy(
            () -> Dashboard.start(Settings.of(List.of("--port=" + taken, "--bootstrapServers="))))
        .isInstanceOf(MisuseException.class)
        .hasMessageStartingWith("port " + taken + " on 127.0.0.1 cannot be used: ");
  }

  private BufferedReader events(String... headers) throws IOException, InterruptedException {
    return new BufferedReader(
        new InputStreamReader(stage.stream(headers).body(), StandardCharsets.UTF_8));
  }

  private static String next(BufferedReader events, String part) throws IOException {
    String line = events.readLine();
    while (line != null && !line.contains(part)) {
      line = events.readLine();
    }
    return line == null ? "the stream ended" : line;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
