package weir.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** One patience governs all clients, whatever the user's file says. */
class KafkaSettingsTest {
  private static KafkaSettings settings(Duration patience, Map<String, String> client) {
    return new KafkaSettings("host:9092", "group", client, patience);
  }

  @Test
  void patienceGovernsProducers() {
    KafkaSettings impatient =
        settings(
            Duration.ofMinutes(7),
            Map.of(
                "delivery.timeout.ms", "5000",
                "max.block.ms", "5000",
                "retries", "1",
                "request.timeout.ms", "2000"));
    impatient.check();
    assertThat(impatient.forProducers())
        .containsEntry("delivery.timeout.ms", 420_000)
        .containsEntry("max.block.ms", 420_000)
        .containsEntry("retries", Integer.MAX_VALUE)
        .containsEntry("request.timeout.ms", 2000);
  }

  @Test
  void patienceGovernsOtherClients() {
    assertThat(
            settings(Duration.ofMinutes(7), Map.of("default.api.timeout.ms", "5000")).forClients())
        .containsEntry("default.api.timeout.ms", 420_000);
  }

  @Test
  void readersWaitAsLongAsItTakes() {
    assertThat(
            settings(Duration.ofSeconds(5), Map.of("default.api.timeout.ms", "5000")).forReaders())
        .containsEntry("default.api.timeout.ms", Integer.MAX_VALUE);
  }

  /** Kafka refuses a producer whose request may take longer than the delivery. */
  @Test
  void aShortPatienceLeavesTimeForARequest() {
    KafkaSettings hasty = settings(Duration.ofSeconds(2), Map.of("linger.ms", "500"));
    hasty.check();
    assertThat(hasty.forProducers()).containsEntry("request.timeout.ms", 1500);
  }

  @Test
  void whatNoClientTakesIsSaid() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> settings(Duration.ofMinutes(1), Map.of("compression.type", "many")).check())
        .withMessageContaining("compression.type");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> settings(Duration.ofMinutes(1), Map.of("request.timeout.ms", "long")).check())
        .withMessageContaining("request.timeout.ms");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> settings(Duration.ofMinutes(1), Map.of("isolation.level", "some")).check())
        .withMessageContaining("isolation.level");
  }
}
