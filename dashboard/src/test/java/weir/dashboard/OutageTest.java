package weir.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** What the server does while a source is away, and when it is back. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class OutageTest {
  @SuppressWarnings("NullAway.Init")
  private Stage stage;

  @BeforeAll
  void start() throws Exception {
    stage = new Stage();
  }

  @AfterAll
  void stop() {
    stage.close();
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
  void whoeverListensHearsEachAlertOnceWhereverKafkaWasMeanwhile() throws Exception {
    try (Dashboard alone =
            Dashboard.start(
                Settings.of(
                    List.of("--port=0", "--bootstrapServers=" + stage.kafka.bootstrapServers())));
        Events events = Events.of(alone.address())) {
      String health = URI.create(alone.address()).resolve("/healthz").toString();
      Waiting.until("Kafka is up", () -> stage.get(health).statusCode() == 200);
      stage.kafka.send(Alerts.velocity("before", "user-1"));
      List<String> heard = new ArrayList<>();
      hearUntil("before", events, heard);

      stage.kafka.stop();
      Waiting.until("it is told", () -> stage.get(health).statusCode() == 503);
      assertThat(stage.get(health).body()).contains("\"kafka\":{\"state\":\"DOWN\"");
      stage.kafka.restart();
      stage.kafka.send(Alerts.velocity("after", "user-1"));
      hearUntil("after", events, heard);
      Waiting.until("it is told", () -> stage.get(health).statusCode() == 200);
      stage.kafka.send(Alerts.velocity("last", "user-1"));
      hearUntil("last", events, heard);

      assertThat(heard).containsExactly("before", "after", "last");
    }
  }

  /** Which alert has been open for longest is said again and again; everything else once. */
  private static void hearUntil(String id, Events events, List<String> heard) throws Exception {
    String event = "";
    String last = "";
    while (!last.equals(id)) {
      String line = events.next();
      assertThat(line).isNotEqualTo("the stream ended");
      if (line.startsWith("event: ")) {
        event = line.substring("event: ".length());
      } else if (line.contains("\"alertId\":\"") && !event.equals("openAlerts")) {
        for (String part : line.substring(line.indexOf('{')).split("\"alertId\":\"", -1)) {
          if (!part.startsWith("{")) {
            heard.add(part.substring(0, part.indexOf('"')));
          }
        }
        last = heard.get(heard.size() - 1);
      }
    }
  }
}
