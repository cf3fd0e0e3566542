package weir.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import weir.model.HeaderNames;

/** What whoever listens hears. */
@ExtendWith(SharedStage.class)
@Timeout(120)
class EventsTest {
  private final Stage stage;

  EventsTest(Stage stage) {
    this.stage = stage;
  }

  @Test
  void anAlertIsHeardWithinASecondOfBeingInKafka() throws Exception {
    try (Events events = stage.events()) {
      assertThat(events.next("event: ")).isEqualTo("event: state");
      stage.kafka.send(Alerts.velocity("heard", "user-1"));
      long inKafka = System.nanoTime();

      assertThat(events.next("\"alertId\":\"heard\"")).contains("\"rule\":\"velocity\"");
      assertThat(Duration.ofNanos(System.nanoTime() - inKafka)).isLessThan(Duration.ofSeconds(1));
    }
  }

  @Test
  void whoFoundAnAlertSaysWhenAndNotTheBroker() throws Exception {
    try (Events events = stage.events()) {
      stage.kafka.send(Alerts.velocity("told", "user-1"), detectedAt("1700000000123"));
      assertThat(events.next("\"alertId\":\"told\"")).contains("{\"detectedAt\":1700000000123,");

      long before = System.currentTimeMillis();
      stage.kafka.send(Alerts.velocity("garbled", "user-1"), detectedAt("yesterday"));
      String heard = events.next("\"alertId\":\"garbled\"");
      long detectedAt = Long.parseLong(heard.replaceFirst(".*\"detectedAt\":(\\d+),.*", "$1"));
      assertThat(detectedAt).isBetween(before, System.currentTimeMillis());
    }
  }

  private static RecordHeader detectedAt(String value) {
    return new RecordHeader(HeaderNames.DETECTED_AT, value.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void whoeverComesBackGetsWhatItMissedAndNotAllAnew() throws Exception {
    String last;
    try (Events events = stage.events()) {
      last = events.next("id: ").substring("id: ".length());
    }
    stage.kafka.send(Alerts.velocity("missed", "user-1"));
    Waiting.until("the server has it", () -> stage.get("/api/alert?id=missed").statusCode() == 200);

    try (Events events = stage.events(last)) {
      String line = events.next();
      while (!line.contains("\"alertId\":\"missed\"")) {
        assertThat(line).isNotEqualTo("event: state").isNotEqualTo("the stream ended");
        line = events.next();
      }
    }
    try (Events events = stage.events("another-life")) {
      assertThat(events.next("event: ")).isEqualTo("event: state");
    }
  }
}
