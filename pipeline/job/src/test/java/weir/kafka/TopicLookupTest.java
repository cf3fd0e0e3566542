package weir.kafka;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import weir.failure.UnavailableException;
import weir.kafka.write.RecordSizes;
import weir.local.LocalKafka;
import weir.local.Topics;
import weir.topics.TopicLookup;

/** A topic that does not take what Weir may have to write is refused at the start. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TopicLookupTest {
  private final LocalKafka kafka = LocalKafka.start();
  private final Map<String, Object> client = Map.of("bootstrap.servers", kafka.bootstrapServers());
  private final TopicLookup topics = new TopicLookup(client);

  @AfterAll
  void stopKafka() {
    kafka.close();
  }

  private void create(String name, Map<String, String> config) throws Exception {
    try (Admin admin = Admin.create(client)) {
      NewTopic topic = new NewTopic(name, Optional.of(1), Optional.empty()).configs(config);
      admin.createTopics(List.of(topic)).all().get();
    }
  }

  @Test
  void weirsOwnTopicsTakeAllThatItWrites() {
    new Topics("transactions", "alerts", "dead", 1, true).create(client);
    Topics.createOther(client, "branch");
    assertThatCode(() -> topics.require("alerts", RecordSizes.alert())).doesNotThrowAnyException();
    assertThatCode(() -> topics.require("dead", RecordSizes.deadLetter()))
        .doesNotThrowAnyException();
    assertThatCode(() -> topics.require("branch", RecordSizes.branch())).doesNotThrowAnyException();
  }

  @Test
  void aLimitOfItsOwnIsWhatCounts() throws Exception {
    create("small", Map.of("max.message.bytes", "500000"));
    create("large", Map.of("max.message.bytes", "3000000"));
    assertThatCode(() -> topics.require("small", 500_000)).doesNotThrowAnyException();
    assertThatCode(() -> topics.require("large", 3_000_000)).doesNotThrowAnyException();
    assertThatThrownBy(() -> topics.require("small", 500_001))
        .isInstanceOf(UnavailableException.class)
        .hasMessage(
            "topic 'small' takes records of at most 500,000 bytes, Weir may have to write 500,001:"
                + " raise its max.message.bytes to 500001 or more");
  }

  @Test
  void elseTheBrokersDoes() throws Exception {
    create("plain", Map.of());
    setBrokers("600000");
    assertThatThrownBy(() -> topics.require("plain", 600_001))
        .hasMessageContaining("topic 'plain' takes records of at most 600,000 bytes");
    setBrokers("1048588");
    assertThatCode(() -> topics.require("plain", 600_001)).doesNotThrowAnyException();
  }

  private void setBrokers(String limit) throws Exception {
    ConfigResource all = new ConfigResource(ConfigResource.Type.BROKER, "");
    AlterConfigOp set =
        new AlterConfigOp(new ConfigEntry("message.max.bytes", limit), AlterConfigOp.OpType.SET);
    try (Admin admin = Admin.create(client)) {
      admin.incrementalAlterConfigs(Map.of(all, List.of(set))).all().get();
      ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, "plain");
      while (!limitOf(admin, topic).equals(limit)) {
        Thread.onSpinWait();
      }
    }
  }

  private static String limitOf(Admin admin, ConfigResource topic) throws Exception {
    Config config = requireNonNull(admin.describeConfigs(List.of(topic)).all().get().get(topic));
    return config.get("max.message.bytes").value();
  }
}
