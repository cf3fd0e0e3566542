package weir.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.common.config.types.Password;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.files.ClientProperties;

/** How Kafka's clients understand the properties that pods are given. */
class KafkaClientTest {
  private static final String LOGIN = "org.apache.kafka.common.security.scram.ScramLoginModule x;";

  @Test
  void findTheirPasswordInTheSecretOfTheirUser(@TempDir Path folder) throws IOException {
    Path user = Files.createDirectory(folder.resolve("kafka-user"));
    Files.writeString(user.resolve("sasl.jaas.config"), LOGIN);
    Path file = folder.resolve("kafka.properties");
    Files.writeString(
        file, Infra.text("kubernetes/base/kafka.properties").replace("/etc/weir/", folder + "/"));

    Map<String, Object> given = new HashMap<>(ClientProperties.read(file));
    given.put(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, "localhost:9093");
    AdminClientConfig understood = new AdminClientConfig(given);

    assertThat(understood.getPassword(SaslConfigs.SASL_JAAS_CONFIG)).isEqualTo(new Password(LOGIN));
    assertThat(understood.getString(SaslConfigs.SASL_MECHANISM)).isEqualTo("SCRAM-SHA-512");
    assertThat(understood.getString(AdminClientConfig.SECURITY_PROTOCOL_CONFIG))
        .isEqualTo("SASL_SSL");
    assertThat(understood.getString(SslConfigs.SSL_TRUSTSTORE_LOCATION_CONFIG))
        .isEqualTo(folder + "/kafka-ca/ca.crt");
  }
}
