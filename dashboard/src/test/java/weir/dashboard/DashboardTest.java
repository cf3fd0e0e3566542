package weir.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import weir.failure.MisuseException;
import weir.failure.UnavailableException;

/** How the server starts, and what it says of itself. */
@ExtendWith(SharedStage.class)
@Timeout(120)
class DashboardTest {
  private final Stage stage;

  DashboardTest(Stage stage) {
    this.stage = stage;
  }

  @Test
  void prometheusReadsTheFigures() throws Exception {
    assertThat(stage.get("/metrics").body())
        .contains("weir_alerts_total", "weir_kafka_up 1.0", "weir_postgres_up 1.0")
        .contains("jvm_memory_used_bytes");
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
                    "--jdbcUser=" + PostgresStage.READER)))) {
      stage.postgres.insert(Alerts.velocity("stored", "dora"));
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
    assertThatThrownBy(() -> Dashboard.start(Settings.of(List.of("--port=" + taken))))
        .isInstanceOf(UnavailableException.class)
        .hasMessage("Port " + taken + " on 127.0.0.1 is in use: choose another with --port");
  }

  @Test
  void anAddressOfAnotherMachineIsMisuse() {
    assertThatThrownBy(() -> Dashboard.start(Settings.of(List.of("--bind=192.0.2.1", "--port=0"))))
        .isInstanceOf(MisuseException.class)
        .hasMessage("--bind: '192.0.2.1' is not an address of this machine");
  }
}
