package weir.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What whoever means no good gets from the server: a sober answer. */
@ExtendWith(SharedStage.class)
@Timeout(120)
class SafetyTest {
  private final Stage stage;

  SafetyTest(Stage stage) {
    this.stage = stage;
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
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/../../weir.properties",
        "/app/..%2f..%2fsimplelogger.properties",
        "/app/%2e%2e/%2e%2e/%2e%2e/simplelogger.properties",
        "/app//..;/..;/simplelogger.properties",
        "/WEB-INF/x",
        "/app",
        "/app/%00.js",
        "/%c0%ae%c0%ae/simplelogger.properties"
      })
  void noPathLeadsOutOfThePage(String path) throws Exception {
    assertThat(raw("GET", path, "127.0.0.1")).matches("(?s)HTTP/1.1 40[03456] .*");
  }

  @ParameterizedTest
  @CsvSource({
    "user=%00, 400",
    "rule=' or 1=1 --&severity=%ff&user=%f0%9f%98%80&text=%25_%5c, 200",
    "limit=999999999&offset=-1&most=1e99&&&=&a, 200",
    "text=%ed%a0%80%e2%80%ae, 200"
  })
  void anOddQuestionGetsASoberAnswer(String query, int status) throws Exception {
    assertThat(raw("GET", "/api/alerts?" + query.replace(" ", "%20"), "127.0.0.1"))
        .startsWith("HTTP/1.1 " + status + " ");
  }

  @Test
  void manyFiltersAndLongOnesAreNoMoreThanOne() throws Exception {
    assertThat(stage.get("/api/alerts?" + "rule=nobody&".repeat(400)).body()).isEqualTo("[]");
    assertThat(stage.get("/api/alerts?text=" + "x".repeat(6000)).body()).isEqualTo("[]");
    assertThat(stage.get("/api/alerts?text=" + "x".repeat(60_000)).statusCode()).isEqualTo(414);
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "TRACE", "OPTIONS", "XYZ"})
  void nobodyChangesAnything(String method) throws Exception {
    assertThat(raw(method, "/api/alerts", "127.0.0.1")).matches("(?s)HTTP/1.1 (40[045]|501) .*");
  }

  @ParameterizedTest
  @ValueSource(strings = {"evil.example", "127.0.0.1.evil.example", "localhost.evil.example:80"})
  void aForeignNameForThisMachineIsRefused(String host) throws Exception {
    assertThat(raw("GET", "/api/alerts", host)).startsWith("HTTP/1.1 403");
    assertThat(raw("GET", "/", host)).startsWith("HTTP/1.1 403");
    assertThat(raw("GET", "/api/events", host)).startsWith("HTTP/1.1 403");
  }

  @Test
  void anotherPageMayLinkHereButNotAsk() throws Exception {
    for (String site : List.of("cross-site", "same-site")) {
      assertThat(stage.get("/api/alerts", "Sec-Fetch-Site", site, "Sec-Fetch-Mode", "no-cors"))
          .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(403));
      assertThat(stage.get("/", "Sec-Fetch-Site", site, "Sec-Fetch-Mode", "navigate"))
          .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(200));
    }
    var asked = stage.get("/api/alerts", "Origin", "http://evil.example");
    assertThat(asked.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    assertThat(asked.headers().firstValue("Cross-Origin-Resource-Policy")).hasValue("same-origin");
  }

  @Test
  void theUserOfThePageMayNotWrite() throws SQLException {
    try (Connection connection = stage.postgres.connect(PostgresStage.READER);
        var statement = connection.createStatement()) {
      assertThatThrownBy(() -> statement.execute("delete from alerts"))
          .hasMessageContaining("permission denied");
    }
  }

  /** As no client of good manners would ask. */
  private String raw(String method, String path, String host) throws IOException {
    int port = URI.create(stage.address()).getPort();
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      String request =
          method + " " + path + " HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
