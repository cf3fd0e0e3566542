package weir.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
  @Test
  void withoutOptionsItListensOnLoopbackAndLooksForKafkaOnly() {
    Settings settings = Settings.of(List.of());

    assertThat(settings.bind()).isEqualTo("127.0.0.1");
    assertThat(settings.port()).isEqualTo(Settings.USUAL_PORT);
    assertThat(settings.portAsked()).isFalse();
    assertThat(settings.log().orElseThrow().client())
        .containsEntry("bootstrap.servers", "localhost:9092");
    assertThat(settings.database()).isEmpty();
  }

  @Test
  void emptyBrokersMeanNoKafka() {
    assertThat(Settings.of(List.of("--bootstrapServers=")).log()).isEmpty();
  }

  @Test
  void misuseIsToldInOneSentence() {
    assertThatThrownBy(() -> Settings.of(List.of("--prot=1")))
        .hasMessage("unknown option --prot (see --help)");
    assertThatThrownBy(() -> Settings.of(List.of("--port=http")))
        .hasMessage("--port: 'http' is no port");
    assertThatThrownBy(() -> Settings.of(List.of("--jdbcUrl=mysql://x")))
        .hasMessageContaining("jdbc:postgresql:");
    assertThatThrownBy(
            () -> Settings.of(List.of("--jdbcUrl=jdbc:postgresql://x/y", "--jdbcPasswordFile=no")))
        .hasMessage("--jdbcPasswordFile: no cannot be read");
  }

  @Test
  void secretsAreNotPrinted(@TempDir Path folder) throws IOException {
    Path password = Files.writeString(folder.resolve("password"), "hidden-word\n");
    Path client = Files.writeString(folder.resolve("client"), "sasl.jaas.config=hidden-word\n");

    Settings settings =
        Settings.of(
            List.of(
                "--jdbcUrl=jdbc:postgresql://x/y",
                "--jdbcPasswordFile=" + password,
                "--kafkaProperties=" + client));

    assertThat(settings.database().orElseThrow().password()).isEqualTo("hidden-word");
    assertThat(settings.log().orElseThrow().client()).containsValue("hidden-word");
    assertThat(settings.toString()).doesNotContain("hidden-word");
  }
}
