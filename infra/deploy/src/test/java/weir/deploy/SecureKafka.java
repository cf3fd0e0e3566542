package weir.deploy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import weir.local.LocalKafka;
import weir.local.LocalKafkaSettings;

/** A broker that asks for TLS and passwords, with the topics, users and rights of topics.sh. */
final class SecureKafka implements AutoCloseable {
  static final List<String> USERS = List.of("job", "page", "producer", "rules");

  private static final int ITERATIONS = 4096;
  private static final String PLAIN =
      "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"admin\""
          + " password=\"admin\"";

  private final LocalKafka kafka;
  private final MadeSecrets secrets;

  private SecureKafka(LocalKafka kafka, MadeSecrets secrets) {
    this.kafka = kafka;
    this.secrets = secrets;
  }

  static SecureKafka start(MadeSecrets secrets) throws Exception {
    Map<String, String> settings = new HashMap<>();
    settings.put("listener.security.protocol.map", "PLAINTEXT:SASL_SSL,CONTROLLER:PLAINTEXT");
    settings.put("ssl.keystore.type", "PEM");
    settings.put("ssl.keystore.location", secrets.file("kafka-broker.pem").toString());
    settings.put("ssl.truststore.type", "PEM");
    settings.put("ssl.truststore.location", secrets.file("ca.crt").toString());
    settings.put("sasl.enabled.mechanisms", "PLAIN,SCRAM-SHA-512");
    // Users with SCRAM are made when the broker is there; it speaks with itself before.
    settings.put("sasl.mechanism.inter.broker.protocol", "PLAIN");
    settings.put(
        "listener.name.plaintext.plain.sasl.jaas.config", PLAIN + " user_admin=\"admin\";");
    settings.put(
        "listener.name.plaintext.scram-sha-512.sasl.jaas.config",
        "org.apache.kafka.common.security.scram.ScramLoginModule required;");
    settings.put(
        "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
    settings.put("super.users", "User:admin;User:ANONYMOUS");
    SecureKafka started =
        new SecureKafka(
            LocalKafka.start(new LocalKafkaSettings(0, Optional.empty(), settings)), secrets);
    started.prepare();
    return started;
  }

  String servers() {
    return kafka.bootstrapServers();
  }

  /** Whoever may do everything. */
  Map<String, Object> admin() throws Exception {
    return Map.of(
        "bootstrap.servers",
        servers(),
        "security.protocol",
        "SASL_SSL",
        "sasl.mechanism",
        "PLAIN",
        "sasl.jaas.config",
        PLAIN + ";",
        "ssl.truststore.type",
        "PEM",
        "ssl.truststore.certificates",
        secrets.text("ca.crt"));
  }

  private void prepare() throws Exception {
    try (Admin admin = Admin.create(admin())) {
      admin
          .createTopics(
              MadeTopics.inCompose().entrySet().stream()
                  .map(
                      each ->
                          new NewTopic(
                                  each.getKey(),
                                  Optional.of(each.getValue().partitions()),
                                  Optional.empty())
                              .configs(each.getValue().settings()))
                  .toList())
          .all()
          .get();
      admin.createAcls(Rights.given()).all().get();
      for (String each : USERS) {
        UserScramCredentialAlteration user =
            new UserScramCredentialUpsertion(
                "weir-" + each,
                new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS),
                secrets.password("kafka-" + each));
        admin.alterUserScramCredentials(List.of(user)).all().get();
      }
    } catch (ExecutionException | RuntimeException failed) {
      kafka.close();
      throw failed;
    }
  }

  @Override
  public void close() {
    kafka.close();
  }
}
