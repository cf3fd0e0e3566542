package weir.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import weir.control.ControlTopic;
import weir.local.LocalKafka;
import weir.local.Topics;

/** The topics of the files against those that Weir's own commands make in a real broker. */
class TopicsTest {
  private static final int PARTITIONS = 4;
  private static final List<String> OTHERS =
      List.of("transactions.legitimate", "transactions.suspicious");

  @Test
  void areAsWeirMakesThem() throws ExecutionException, InterruptedException {
    try (LocalKafka kafka = LocalKafka.start()) {
      Map<String, Object> client =
          Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers());
      Topics.usual(PARTITIONS, true).create(client);
      Topics.usual(PARTITIONS, true).createLabels(client);
      new ControlTopic(client, ControlTopic.of("transactions")).ensure(true);
      OTHERS.forEach(topic -> Topics.createOther(client, topic));
      try (Admin admin = Admin.create(client)) {
        Map<String, MadeTopics.Made> own = topics(admin);
        assertThat(MadeTopics.inCompose()).isEqualTo(own);
        assertThat(MadeTopics.inKubernetes()).isEqualTo(own);
      }
    }
  }

  private static Map<String, MadeTopics.Made> topics(Admin admin)
      throws ExecutionException, InterruptedException {
    Map<String, MadeTopics.Made> topics = new LinkedHashMap<>();
    Set<String> names = admin.listTopics().names().get();
    for (TopicDescription description :
        admin.describeTopics(names).allTopicNames().get().values()) {
      String name = description.name();
      ConfigResource asked = new ConfigResource(ConfigResource.Type.TOPIC, name);
      Config config = admin.describeConfigs(List.of(asked)).all().get().get(asked);
      // Of how many partitions those should be that no answer depends on, the broker knows.
      int partitions = OTHERS.contains(name) ? PARTITIONS : description.partitions().size();
      topics.put(
          name, new MadeTopics.Made(partitions, saidOfTheTopic(Objects.requireNonNull(config))));
    }
    return topics;
  }

  private static Map<String, String> saidOfTheTopic(Config config) {
    return config.entries().stream()
        .filter(entry -> entry.source() == ConfigEntry.ConfigSource.DYNAMIC_TOPIC_CONFIG)
        .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value));
  }
}
