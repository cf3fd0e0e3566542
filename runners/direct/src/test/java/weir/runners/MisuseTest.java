package weir.runners;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.contract.JobProcess;
import weir.local.LocalKafka;
import weir.local.Topics;

/**
 * What the job says when it cannot start: one line, and an exit code that tells whose fault it is.
 */
@Tag("slow")
class MisuseTest {
  private static final String NOBODY = "--bootstrapServers=127.0.0.1:9";

  private static void assertSays(int exitCode, String line, String... options)
      throws InterruptedException {
    try (JobProcess job = JobProcess.start(OnDirect.class.getName(), List.of(options))) {
      assertThat(job.waitFor()).isEqualTo(exitCode);
      assertThat(job.output().lines()).singleElement().asString().startsWith("weir: " + line);
    }
  }

  @Test
  void anUnknownOption() throws InterruptedException {
    assertSays(2, "unknown option --bogus (see --help)", "--bogus=1");
  }

  @Test
  void aValueThatDoesNotFit() throws InterruptedException {
    assertSays(
        2,
        "--startFrom: 'LATESTT' is not one of earliest, committed, committed-minus-horizon, latest",
        "--startFrom=LATESTT");
  }

  @Test
  void anUnknownKindOfRule(@TempDir Path folder) throws IOException, InterruptedException {
    Path book = folder.resolve("book.yaml");
    Files.writeString(
        book,
        """
        allowedLateness: 1 min
        allowedClockSkew: 5 s
        rules:
          - {id: a, version: 1, severity: low, kind: magic}
        """);
    String found = ":4:46: rules[1].kind: found 'magic', expected one of amount-over";
    assertSays(2, book + found, "--rules=" + book, NOBODY);
  }

  @Test
  void aMissingPropertiesFile() throws InterruptedException {
    assertSays(
        2,
        "--kafkaProperties: none.properties is not a readable properties file",
        "--kafkaProperties=none.properties",
        NOBODY);
  }

  @Test
  void aPropertyThatNoClientTakes(@TempDir Path folder) throws IOException, InterruptedException {
    Path properties = folder.resolve("client.properties");
    Files.writeString(properties, "linger.ms=soon");
    assertSays(
        2,
        "--kafkaProperties: Invalid value soon for configuration linger.ms",
        "--kafkaProperties=" + properties,
        NOBODY);
  }

  @Test
  void answersThatWouldBeReadAgain() throws InterruptedException {
    assertSays(
        2,
        "--alertTopic: 'transactions' is the topic that is read",
        "--alertTopic=transactions",
        NOBODY);
  }

  @Test
  void anotherDatabase() throws InterruptedException {
    assertSays(
        2,
        "--jdbcUrl: found 'jdbc:mysql://x/y', expected jdbc:postgresql://...",
        "--jdbcUrl=jdbc:mysql://x/y",
        NOBODY);
  }

  @Test
  void aMissingPasswordFile() throws InterruptedException {
    assertSays(
        2,
        "--jdbcPasswordFile: none.txt cannot be read",
        "--jdbcUrl=jdbc:postgresql://127.0.0.1:9/weir",
        "--jdbcPasswordFile=none.txt",
        NOBODY);
  }

  @Test
  void aLakeOfAnUnknownKind() throws InterruptedException {
    assertSays(2, "--lake...: No filesystem found for scheme nope", "--lake=nope://x/y", NOBODY);
  }

  @Test
  void aLakeWithoutTime() throws InterruptedException {
    assertSays(
        2,
        "--lakeEvery: found 'soon', expected a length of time such as 30 s or 5 min",
        "--lake=lake",
        "--lakeEvery=soon",
        NOBODY);
  }

  @Test
  void metricsOfAnEngineThatHasNone() throws InterruptedException {
    assertSays(2, "--metricsPort: this engine has no metrics page", "--metricsPort=1", NOBODY);
  }

  @Test
  void deliveryThatThisEngineCannotDo() throws InterruptedException {
    assertSays(
        2,
        "--delivery=exactly-once: this engine cannot do that, expected at-least-once",
        "--delivery=exactly-once",
        NOBODY);
  }

  @Test
  void noDatabase() throws InterruptedException {
    try (LocalKafka kafka = LocalKafka.start()) {
      Topics.usual(1, true).create(kafka.bootstrapServers());
      assertSays(
          1,
          "the database at jdbc:postgresql://127.0.0.1:9/weir cannot be used: ",
          "--jdbcUrl=jdbc:postgresql://127.0.0.1:9/weir",
          "--bootstrapServers=" + kafka.bootstrapServers());
    }
  }

  @Test
  void aTopicThatIsNotThere() throws InterruptedException {
    try (LocalKafka kafka = LocalKafka.start()) {
      Topics.usual(1, true).create(kafka.bootstrapServers());
      String servers = kafka.bootstrapServers();
      for (String option :
          List.of("inputTopic", "alertTopic", "deadLetterTopic", "suspiciousTopic")) {
        assertSays(
            1,
            "Kafka at " + servers + " has no topic 'typo'",
            "--" + option + "=typo",
            "--bootstrapServers=" + servers);
      }
    }
  }

  @Test
  void noKafka() throws InterruptedException {
    assertSays(
        1,
        "No Kafka broker answers at 127.0.0.1:9: start one, or check --bootstrapServers",
        NOBODY);
  }
}
