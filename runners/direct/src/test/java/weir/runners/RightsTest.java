package weir.runners;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import weir.book.RuleBookReader;
import weir.contract.JobProcess;
import weir.contract.TopicContent;
import weir.control.ControlTopic;
import weir.local.LocalKafka;
import weir.local.LocalKafkaSettings;
import weir.local.Topics;
import weir.notice.Notice;
import weir.producer.KafkaSink;
import weir.producer.NoSink;
import weir.producer.ProducerSettings;
import weir.producer.TransactionProducer;
import weir.traffic.Rate;
import weir.traffic.Traffic;
import weir.traffic.TrafficSettings;

/** A job whose user may read the control topic and not write it, on a broker that enforces it. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RightsTest {
  private static final String MAY_NOT_WRITE =
      "weir: the control topic '%s' may not be written by this user: let one who may announce the"
          + " rules; a job without --rules then writes nothing to it";

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final LocalKafka kafka = LocalKafka.start(LocalKafkaSettings.defaults().withRights());
  private final Map<String, Object> client = Map.of("bootstrap.servers", kafka.bootstrapServers());

  @AfterAll
  void stopKafka() {
    kafka.close();
  }

  /** Topics of this name, whose control topic can only be read, with these notices in it. */
  private Topics topics(String name, Notice... notices) throws Exception {
    Topics topics = new Topics(name, name + "-alerts", name + "-dead", 1, false);
    topics.create(client);
    topics.createControl(client);
    ControlTopic control = new ControlTopic(client, ControlTopic.of(name));
    Stream.of(notices).forEach(control::announce);
    try (Admin admin = Admin.create(client)) {
      ResourcePattern resource =
          new ResourcePattern(ResourceType.TOPIC, control.name(), PatternType.LITERAL);
      List<AclBinding> rights = new ArrayList<>();
      for (AclOperation allowed : List.of(AclOperation.READ, AclOperation.DESCRIBE_CONFIGS)) {
        rights.add(
            new AclBinding(
                resource, new AccessControlEntry("User:*", "*", allowed, AclPermissionType.ALLOW)));
      }
      admin.createAcls(rights).all().get();
    }
    return topics;
  }

  private JobProcess job(Topics topics, String... options) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "--bootstrapServers=" + kafka.bootstrapServers(),
                "--inputTopic=" + topics.transactions(),
                "--alertTopic=" + topics.alerts(),
                "--deadLetterTopic=" + topics.deadLetters()));
    all.addAll(List.of(options));
    return JobProcess.start(OnDirect.class.getName(), all);
  }

  private void assertRefused(Topics topics, String... options) throws InterruptedException {
    try (JobProcess job = job(topics, options)) {
      assertThat(job.waitFor()).isEqualTo(1);
      assertThat(job.output().lines())
          .singleElement()
          .isEqualTo(MAY_NOT_WRITE.formatted(ControlTopic.of(topics.transactions())));
    }
  }

  private static Notice defaultBook() {
    return new Notice.Book("an analyst", "", null, RuleBookReader.defaultText());
  }

  @Test
  void theFirstBookIsForOneWhoMayWriteIt() throws Exception {
    assertRefused(topics("empty"));
  }

  @Test
  void anotherBookIsForOneWhoMayWriteIt(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("rules.yaml");
    String text = RuleBookReader.defaultText();
    assertThat(text).contains("limit: 9000");
    Files.writeString(
        file,
        text.replace("version: 2\n    kind: amount-over", "version: 3\n    kind: amount-over")
            .replace("limit: 9000", "limit: 9001"));
    assertRefused(topics("changed", defaultBook()), "--rules=" + file);
  }

  @Test
  void withoutAFileAJobJudgesAndWritesNothingToIt() throws Exception {
    Topics topics = topics("readable", defaultBook());
    try (KafkaSink sink = new KafkaSink(client, topics.transactions())) {
      new TransactionProducer(ProducerSettings.atOnce(2000))
          .run(
              new Traffic(TrafficSettings.of(1, 20, Rate.constant(10), 1_767_225_600_000L)),
              sink,
              new NoSink());
    }
    try (JobProcess job = job(topics)) {
      long end = System.nanoTime() + PATIENCE.toNanos();
      while (TopicContent.read(client, List.of(topics.alerts())).isEmpty()) {
        assertThat(job.isAlive()).as(job.output()).isTrue();
        assertThat(System.nanoTime()).as("no alert comes").isLessThan(end);
        Thread.sleep(500);
      }
    }
    assertThat(TopicContent.read(client, List.of(ControlTopic.of("readable")))).hasSize(1);
  }
}
