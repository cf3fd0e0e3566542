package weir.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.acl.AclOperation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weir.files.ClientProperties;

/** Who may do what in a broker that asks, and what those say who may not. */
@Timeout(180)
class SecurityTest {
  private static final String JOB = "weir.runners.OnDirect";
  private static final String WEIR = "weir.cli.Weir";

  @TempDir static Path folder = Path.of("");

  private static MadeSecrets secrets = new MadeSecrets(folder);
  private static MadeSecrets others = new MadeSecrets(folder);
  private static SecureKafka kafka;

  @BeforeAll
  static void start() throws Exception {
    secrets = MadeSecrets.in(folder.resolve("secrets"));
    others = MadeSecrets.in(folder.resolve("others"));
    kafka = SecureKafka.start(secrets);
    // The job may not announce rules, and judges by those that there are.
    Said first = weir("rules", secrets.file("kafka-rules.properties"), "announce", "--first", "-y");
    assertThat(first.exit()).as(first.output()).isZero();
  }

  @AfterAll
  static void stop() {
    kafka.close();
  }

  /** What a program said, and how it ended. */
  private record Said(int exit, String output) {}

  @ParameterizedTest
  @CsvSource({
    "job, transactions, READ",
    "job, transactions.labels, READ",
    "job, transactions.control, READ",
    "job, fraud-alerts, WRITE",
    "job, fraud-alerts.shadow, WRITE",
    "job, transactions.dead-letter, WRITE",
    "job, transactions.legitimate, WRITE",
    "job, transactions.suspicious, WRITE",
    "page, transactions, READ",
    "page, fraud-alerts, READ",
    "page, transactions.dead-letter, READ",
    "page, transactions.labels, READ WRITE",
    "page, transactions.control, READ WRITE",
    "producer, transactions, WRITE",
    "producer, transactions.labels, WRITE",
    "rules, transactions.control, READ WRITE",
  })
  void hasTheRightsThatItNeedsAndNoOther(String user, String topic, String rights)
      throws Exception {
    Map<String, Object> client =
        new HashMap<>(ClientProperties.read(secrets.file("kafka-" + user + ".properties")));
    client.put("bootstrap.servers", kafka.servers());
    try (Admin admin = Admin.create(client)) {
      TopicDescription found =
          admin
              .describeTopics(
                  List.of(topic), new DescribeTopicsOptions().includeAuthorizedOperations(true))
              .allTopicNames()
              .get()
              .get(topic);
      Set<String> given =
          Objects.requireNonNull(found).authorizedOperations().stream()
              .filter(
                  each -> each != AclOperation.DESCRIBE && each != AclOperation.DESCRIBE_CONFIGS)
              .map(AclOperation::name)
              .collect(Collectors.toSet());
      assertThat(given).containsExactlyInAnyOrder(rights.split(" ", -1));
    }
  }

  @Test
  void theFirstBookIsAnnouncedOnce() throws Exception {
    Said again =
        weir("rules", secrets.file("kafka-rules.properties"), "announce", "--first", "--yes");
    assertThat(again.output().strip())
        .isEqualTo("This log has rules already. Nothing was written.");
    assertThat(again.exit()).isZero();
  }

  @Test
  void theProducerSendsPaymentsAndLabels() throws Exception {
    Said sent = weir("produce", secrets.file("kafka-producer.properties"), "--count=20");
    assertThat(sent.exit()).as(sent.output()).isZero();
  }

  @Test
  void aWrongPassword() throws Exception {
    String says =
        "weir: Kafka at %s refuses the user or its password: check sasl.jaas.config in the file of"
            + " --kafkaProperties";
    assertRefused(1, says, job(wrongPassword("job")));
    assertRefused(1, says, weir("produce", wrongPassword("producer"), "--count=1"));
    assertRefused(1, says, weir("rules", wrongPassword("rules"), "list"));
    assertRefused(1, says, weir("alerts", wrongPassword("page")));
  }

  @Test
  void aCertificateOfAnotherAuthority() throws Exception {
    String says =
        "weir: Kafka at %s shows a certificate that is of none of the authorities in the file of"
            + " --kafkaProperties: check ssl.truststore there";
    assertRefused(1, says, job(others.file("kafka-job.properties")));
    assertRefused(1, says, weir("produce", others.file("kafka-producer.properties"), "--count=1"));
    assertRefused(1, says, weir("rules", others.file("kafka-rules.properties"), "list"));
  }

  @Test
  void aTopicThatItsUserMayNotUse() throws Exception {
    assertRefused(
        1, mayNot("read", "transactions"), job(secrets.file("kafka-producer.properties")));
    assertRefused(1, mayNot("write", "fraud-alerts"), job(secrets.file("kafka-page.properties")));
    assertRefused(
        1,
        mayNot("write", "transactions"),
        weir("produce", secrets.file("kafka-job.properties"), "--count=1"));
    assertRefused(
        1,
        mayNot("see", "transactions.control"),
        weir("rules", secrets.file("kafka-producer.properties"), "list"));
    // Kafka does not tell whoever lists topics of those that it may not see.
    assertRefused(
        1,
        "weir: Kafka at %s has no topic 'fraud-alerts'",
        weir("read", secrets.file("kafka-rules.properties"), "fraud-alerts"));
  }

  @Test
  void aFileThatIsNotThere() throws Exception {
    Path none = folder.resolve("none.properties");
    String says = "weir: --kafkaProperties: " + none + " is not a readable properties file";
    assertThat(job(none).output().lines().toList()).containsExactly(says);
    assertThat(job(none).exit()).isEqualTo(2);
    Said page = page("--kafkaProperties=" + none, "--bootstrapServers=" + kafka.servers());
    assertThat(page.output().lines().findFirst()).contains(says);
    assertThat(page.exit()).isEqualTo(2);
  }

  private static String mayNot(String right, String topic) {
    return "weir: this user of Kafka at %s may not "
        + right
        + " the topic '"
        + topic
        + "': give it that right, or name another user in the file of --kafkaProperties";
  }

  private static void assertRefused(int exit, String says, Said said) {
    assertThat(said.output().lines().toList())
        .containsExactly(String.format(says, kafka.servers()));
    assertThat(said.exit()).isEqualTo(exit);
  }

  private static Path wrongPassword(String user) throws IOException {
    return secrets.changed(
        "kafka-" + user + ".properties", secrets.password("kafka-" + user), "not-this");
  }

  private static Said job(Path properties) throws IOException, InterruptedException {
    return run(
        "runners/direct",
        JOB,
        "--bootstrapServers=" + kafka.servers(),
        "--kafkaProperties=" + properties);
  }

  private static Said page(String... options) throws IOException, InterruptedException {
    return run("dashboard", "weir.dashboard.Main", options);
  }

  private static Said weir(String command, Path properties, String... rest)
      throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of(command));
    all.addAll(List.of(rest));
    all.add("--bootstrapServers=" + kafka.servers());
    all.add("--kafkaProperties=" + properties);
    return run("tools/cli", WEIR, all.toArray(String[]::new));
  }

  /** Runs a program of a module, which has its own say in what is logged. */
  private static Said run(String module, String main, String... options)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("@" + Infra.inCheckout("runners/jvm.args"));
    command.addAll(
        List.of(
            "-Xmx256m",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            Infra.inCheckout(module + "/target/classes")
                + File.pathSeparator
                + System.getProperty("java.class.path"),
            main));
    command.addAll(List.of(options));
    Path output = Files.createTempFile(folder, "said-", ".log");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).as("%s ends", command).isTrue();
      return new Said(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
    } finally {
      process.destroyForcibly();
    }
  }
}
