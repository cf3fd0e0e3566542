package weir.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import weir.form.AlertJson;
import weir.model.HeaderNames;

/** Records in the topics that no pipeline wrote: none of them hides what comes after. */
@ExtendWith(SharedStage.class)
@Timeout(180)
class HostileTopicTest {
  private static final String ALERT =
      new String(AlertJson.write(Alerts.velocity("poison", "user-1")), StandardCharsets.UTF_8);

  private final Stage stage;

  HostileTopicTest(Stage stage) {
    this.stage = stage;
  }

  private static List<String> poisons() {
    String times = "\"windowEnd\":\"[^\"]*\"";
    return List.of(
        "",
        "null",
        "[]",
        "{",
        "\u0000\u0000",
        "[".repeat(100_000),
        "{\"alertId\":\"poison\"}",
        ALERT.replace("\"observed\":4", "\"observed\":1e999999999"),
        ALERT.replace("\"observed\":4", "\"observed\":" + "9".repeat(5000)),
        ALERT.replace("\"alertId\":\"poison\"", "\"alertId\":\"\\ud800\""),
        ALERT.replace("\"severity\":\"high\"", "\"severity\":\"worst\""),
        ALERT.replace("4 payments", "x".repeat(700_000)),
        ALERT.replaceFirst(times, "\"windowEnd\":\"+275760-09-13T00:00:00.001Z\""),
        ALERT.replaceFirst(times, "\"windowEnd\":\"+1000000000-12-31T23:59:59.999Z\""),
        ALERT.replaceFirst(
            "\"windowStart\":\"[^\"]*\"", "\"windowStart\":\"-999999999-01-01T00:00:00.000Z\""),
        ALERT.replaceFirst(
            "\"windowStart\":\"[^\"]*\"", "\"windowStart\":\"-290000-01-01T00:00:00.000Z\""));
  }

  @Test
  void whatIsNoAlertIsPassedOver() throws Exception {
    try (Events events = stage.events()) {
      for (String poison : poisons()) {
        stage.kafka.send("fraud-alerts", "k", poison.getBytes(StandardCharsets.UTF_8));
        stage.kafka.send("transactions.dead-letter", "k", poison.getBytes(StandardCharsets.UTF_8));
      }
      stage.kafka.send(
          "transactions.dead-letter",
          "k",
          ("{\"reason\":\"" + "r".repeat(500_000) + "\"}").getBytes(StandardCharsets.UTF_8));
      for (int i = 0; i < 4; i++) {
        // Whichever partition they come to.
        stage.kafka.send(Alerts.velocity("after-poison-" + i, "user-1"));
      }
      String heard = events.next("\"alertId\":\"after-poison-");
      assertThat(heard).doesNotContain("\"alertId\":\"poison\"", "\uD800", "\\uD800");
    }
    for (int i = 0; i < 4; i++) {
      String address = "/api/alert?id=after-poison-" + i;
      Waiting.until("it is known", () -> stage.get(address).statusCode() == 200);
    }
    assertThat(stage.get("/api/alert?id=poison").statusCode()).isEqualTo(404);
    assertThat(stage.get("/metrics").body()).contains("weir_postgres_up 1.0", "weir_kafka_up 1.0");
  }

  @Test
  void anAlertIsNotFoundLaterThanNow() throws Exception {
    for (String absurd :
        List.of("9223372036854775807", "253402300799999", "-9223372036854775808")) {
      try (Events events = stage.events()) {
        stage.kafka.send(
            Alerts.velocity("absurd" + absurd, "user-1"),
            new RecordHeader(HeaderNames.DETECTED_AT, absurd.getBytes(StandardCharsets.UTF_8)));
        String heard = events.next("\"alertId\":\"absurd" + absurd + "\"");
        long detectedAt =
            Long.parseLong(
                heard.replaceFirst(
                    ".*\"detectedAt\":(\\d+),\"alert\":\\{\"alertId\":\"absurd" + absurd + "\".*",
                    "$1"));
        assertThat(detectedAt).isBetween(0L, System.currentTimeMillis());
      }
    }
  }
}
