package weir.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.metadata.storage.Formatter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import weir.failure.UnavailableException;

@Tag("slow")
class LocalKafkaTest {
  private static final LocalKafkaSettings DEFAULTS = LocalKafkaSettings.defaults();

  private static Node node(LocalKafka kafka) throws Exception {
    try (Admin admin = Admin.create(KafkaClients.of(kafka))) {
      return admin.describeCluster().nodes().get().iterator().next();
    }
  }

  private static String clusterId(LocalKafka kafka) throws Exception {
    try (Admin admin = Admin.create(KafkaClients.of(kafka))) {
      return admin.describeCluster().clusterId().get();
    }
  }

  @Test
  void whatIsWrittenCanBeRead() throws Exception {
    try (LocalKafka kafka = LocalKafka.start()) {
      Topics.usual(1, true).create(kafka.bootstrapServers());
      KafkaClients.send(kafka, "transactions", 0, "value");
      assertThat(KafkaClients.first(kafka, "transactions").value()).isEqualTo("value");
    }
  }

  @Test
  void onlyThisMachineIsServed() throws Exception {
    try (LocalKafka kafka = LocalKafka.start();
        Admin admin = Admin.create(KafkaClients.of(kafka))) {
      Node node = node(kafka);
      assertThat(node.host()).isEqualTo("127.0.0.1");
      assertThat(kafka.bootstrapServers()).isEqualTo("127.0.0.1:" + node.port());
      String listeners =
          KafkaClients.setting(admin, ConfigResource.Type.BROKER, node.idString(), "listeners");
      assertThat(listeners.split(","))
          .hasSize(2)
          .allSatisfy(listener -> assertThat(listener).contains("://127.0.0.1:"));
    }
  }

  @Test
  void aTopicWithAMisspeltNameIsNotMade() throws Exception {
    try (LocalKafka kafka = LocalKafka.start();
        Admin admin = Admin.create(KafkaClients.of(kafka))) {
      assertThat(admin.describeTopics(List.of("transaktions")).topicNameValues())
          .allSatisfy((name, topic) -> assertThat(topic).failsWithin(Duration.ofSeconds(9)));
      assertThat(admin.listTopics().names().get()).isEmpty();
    }
  }

  @Test
  void aGivenFolderKeepsRecordsAndIdentityFromOneStartToTheNext(@TempDir Path folder)
      throws Exception {
    Path data = folder.resolve("new/data");
    String cluster;
    try (LocalKafka kafka = LocalKafka.start(DEFAULTS.withDataFolder(data))) {
      cluster = clusterId(kafka);
      Topics.usual(2, false).create(kafka.bootstrapServers());
      KafkaClients.send(kafka, "transactions", 1000, "value");
    }
    try (LocalKafka kafka = LocalKafka.start(0, Optional.of(data))) {
      assertThat(clusterId(kafka)).isEqualTo(cluster);
      assertThat(KafkaClients.first(kafka, "transactions").value()).isEqualTo("value");
      assertThat(KafkaClients.first(kafka, "transactions").timestamp()).isEqualTo(1000);
    }
  }

  @Test
  void aFolderThatKafkasOwnToolFormattedKeepsItsNode(@TempDir Path folder) throws Exception {
    new Formatter()
        .setClusterId("a-cluster")
        .setNodeId(7)
        .addDirectory(folder.toString())
        .setMetadataLogDirectory(folder.toString())
        .setControllerListenerName("CONTROLLER")
        .run();
    try (LocalKafka kafka = LocalKafka.start(DEFAULTS.withDataFolder(folder))) {
      assertThat(node(kafka).id()).isEqualTo(7);
      assertThat(clusterId(kafka)).isEqualTo("a-cluster");
    }
  }

  @Test
  void theSamePortCanBeHadAgainAtOnce() throws Exception {
    int port;
    try (LocalKafka kafka = LocalKafka.start()) {
      port = node(kafka).port();
    }
    try (LocalKafka kafka = LocalKafka.start(DEFAULTS.withPort(port))) {
      assertThat(kafka.bootstrapServers()).isEqualTo("127.0.0.1:" + port);
    }
  }

  @Test
  void aClosedBrokerLeavesNothing() throws Exception {
    RunningThreads before = RunningThreads.now();
    DataFolder temporary = DataFolder.open(Optional.empty());
    LocalKafka kafka = LocalKafka.startIn(temporary, Ports.free(0), LocalKafkaSettings.defaults());
    assertThat(temporary.path()).isNotEmptyDirectory();
    Topics.usual(4, true).create(kafka.bootstrapServers());
    KafkaClients.send(kafka, "transactions", 0, "value");
    kafka.close();
    kafka.close();
    assertThat(temporary.path()).doesNotExist();
    before.awaitNoMore();
  }

  @Test
  void anInterruptedCallerDoesNotSpoilTheData(@TempDir Path folder) throws Exception {
    LocalKafkaSettings settings = DEFAULTS.withDataFolder(folder);
    Thread.currentThread().interrupt();
    LocalKafka first = LocalKafka.start(settings);
    assertThat(Thread.interrupted()).as("still asked to stop").isTrue();
    Topics.usual(1, true).create(first.bootstrapServers());
    KafkaClients.send(first, "transactions", 0, "value");
    Thread.currentThread().interrupt();
    first.close();
    assertThat(Thread.interrupted()).as("still asked to stop").isTrue();
    assertThat(folder.resolve(".kafka_cleanshutdown")).exists();
    try (LocalKafka kafka = LocalKafka.start(settings)) {
      assertThat(KafkaClients.first(kafka, "transactions").value()).isEqualTo("value");
    }
  }

  @Test
  void aFolderInUseIsSaidAndItsBrokerGoesOn(@TempDir Path folder) throws Exception {
    LocalKafkaSettings settings = DEFAULTS.withDataFolder(folder);
    try (LocalKafka kafka = LocalKafka.start(settings)) {
      assertThatExceptionOfType(UnavailableException.class)
          .isThrownBy(() -> LocalKafka.start(settings))
          .withMessage("the data folder %s is in use by another server", folder.toRealPath());
      assertThat(node(kafka).host()).isEqualTo("127.0.0.1");
    }
  }

  @Test
  void aFolderWithOtherThingsIsLeftAlone(@TempDir Path folder) throws IOException {
    Files.createDirectory(folder.resolve("photos"));
    assertThatExceptionOfType(UnavailableException.class)
        .isThrownBy(() -> LocalKafka.start(DEFAULTS.withDataFolder(folder)))
        .withMessage(
            "the data folder %s is not empty and holds no data of Kafka", folder.toRealPath());
    assertThat(folder).isDirectoryNotContaining("glob:**.properties");
  }

  @Test
  void whatCannotStartLeavesNothingAndCanStartOnceMended(@TempDir Path folder) throws Exception {
    LocalKafkaSettings settings = DEFAULTS.withDataFolder(folder);
    LocalKafka.start(settings).close();
    Path trouble = Files.createDirectory(folder.resolve("photos"));
    RunningThreads before = RunningThreads.now();
    // Kafka halts the process here, if it may; if it may not, it is up, without storage.
    assertThatExceptionOfType(UnavailableException.class)
        .isThrownBy(() -> LocalKafka.start(settings))
        .withMessageStartingWith("Kafka cannot start with its data in %s: ", folder.toRealPath());
    before.awaitNoMore();
    Files.delete(trouble);
    LocalKafka.start(settings).close();
  }

  @Test
  void aFileForAFolderIsSaid(@TempDir Path folder) throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertThatExceptionOfType(UnavailableException.class)
        .isThrownBy(() -> LocalKafka.start(DEFAULTS.withDataFolder(file)))
        .withMessage("the data folder %s is a file", file);
  }
}
