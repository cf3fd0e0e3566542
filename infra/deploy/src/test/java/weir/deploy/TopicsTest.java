package weir.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import weir.local.LocalKafka;
import weir.local.Topics;

/** The topics of the files against those that Weir's own commands make in a real broker. */
class TopicsTest {
  private static final List<String> OTHERS =
      List.of("transactions.legitimate", "transactions.suspicious", "transactions.labels");

  @Test
  void areAsWeirMakesThem() throws ExecutionException, InterruptedException {
    try (LocalKafka kafka = LocalKafka.start()) {
      Map<String, Object> client =
          Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers());
      Topics.usual(1, true).create(client);
      OTHERS.forEach(topic -> Topics.createOther(client, topic));
      try (Admin admin = Admin.create(client)) {
        Map<String, Map<String, String>> own = settings(admin);
        assertThat(MadeTopics.inCompose()).isEqualTo(own);
        // In Kubernetes nobody writes labels.
        own.remove("transactions.labels");
        assertThat(MadeTopics.inKubernetes()).isEqualTo(own);
      }
    }
  }

  private static Map<String, Map<String, String>> settings(Admin admin)
      throws ExecutionException, InterruptedException {
    Map<String, Map<String, String>> topics = new LinkedHashMap<>();
    List<ConfigResource> asked =
        admin.listTopics().names().get().stream()
            .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
            .toList();
    Map<ConfigResource, Config> answers = admin.describeConfigs(asked).all().get();
    answers.forEach((topic, config) -> topics.put(topic.name(), saidOfTheTopic(config)));
    return topics;
  }

  private static Map<String, String> saidOfTheTopic(Config config) {
    return config.entries().stream()
        .filter(entry -> entry.source() == ConfigEntry.ConfigSource.DYNAMIC_TOPIC_CONFIG)
        .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value));
  }
}
