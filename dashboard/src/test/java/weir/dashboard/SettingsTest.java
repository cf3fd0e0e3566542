package weir.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weir.failure.MisuseException;

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
    List<String> options = List.of("--bootstrapServers=", "--jdbcUrl=jdbc:postgresql://x/y");
    assertThat(Settings.of(options).log()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--prot=1 | Unknown option '--prot'. Did you mean '--port'?",
        "--bootstrap-server=x:1 | Unknown option '--bootstrap-server'. Did you mean"
            + " '--bootstrap-servers'?",
        "--colour=red | Unknown option '--colour'.",
        "8080 | Unexpected argument '8080'.",
        "--port | Missing required parameter for option '--port' (<port>)",
        "--port=http | --port: 'http' is not a whole number",
        "--port=65536 | --port must be at most 65535, found 65536",
        "--port=-1 | --port must be at least 0, found -1",
        "--bind= | --bind must not be empty",
        "--consumerGroup= | --consumerGroup must not be empty",
        "--inputTopic=a b | --inputTopic: 'a b' is not the name of a topic: letters, digits, '.', '_', '-'",
        "--bootstrapServers=localhost | --bootstrapServers: 'localhost' is not of the form HOST:PORT",
        "--bootstrapServers=a:1,,b:2 | --bootstrapServers: '' is not of the form HOST:PORT",
        "--kafkaProperties=no/such | --kafkaProperties: no/such is not a readable properties file",
        "--jdbcUrl=mysql://x/y | --jdbcUrl: 'mysql://x/y' is not of the form"
            + " jdbc:postgresql://HOST:PORT/DATABASE",
        "--jdbcUrl=jdbc:postgresql://h:port/x | --jdbcUrl: 'jdbc:postgresql://h:port/x' is not of the"
            + " form jdbc:postgresql://HOST:PORT/DATABASE",
        "--jdbcPasswordFile=p | --jdbcPasswordFile needs"
            + " --jdbcUrl=jdbc:postgresql://HOST:PORT/DATABASE",
        "--jdbcUrl=jdbc:postgresql://h/x --jdbcPasswordFile=no | --jdbcPasswordFile: there is no"
            + " file no",
        "--jdbcUrl=jdbc:postgresql://h/x --jdbcPasswordFile=/ | --jdbcPasswordFile: / cannot be read",
        "--bootstrapServers= | There is nothing to show: give --bootstrapServers=HOST:PORT,"
            + " --jdbcUrl=jdbc:postgresql://HOST:PORT/DATABASE, or both"
      })
  void misuseIsToldInOneSentence(String options, String sentence) {
    assertThatThrownBy(() -> Settings.of(List.of(options.split(" (?=--)"))))
        .isInstanceOf(MisuseException.class)
        .hasMessage(sentence);
  }

  @Test
  void aWrongPropertyOfKafkasIsNamed(@TempDir Path folder) throws IOException {
    Path client = Files.writeString(folder.resolve("client"), "security.protocol=TLS9\n");

    assertThatThrownBy(() -> Settings.of(List.of("--kafkaProperties=" + client)))
        .isInstanceOf(MisuseException.class)
        .hasMessageStartingWith(
            "--kafkaProperties: Invalid value TLS9 for configuration security.protocol");
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
