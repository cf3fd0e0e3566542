package weir.kafka.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import weir.book.RuleBookReader;
import weir.control.ControlLog;
import weir.control.ControlTopic;
import weir.failure.UnavailableException;
import weir.local.LocalKafka;
import weir.model.RejectReason;
import weir.notice.FixedNotices;
import weir.notice.Notice;

/** What a control topic must be, and what is read from one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ControlTopicTest {
  private static final Map<String, String> AS_IT_MUST_BE =
      Map.of(
          "cleanup.policy",
          "delete",
          "retention.ms",
          "-1",
          "retention.bytes",
          "-1",
          "message.timestamp.type",
          "LogAppendTime");

  private final LocalKafka kafka = LocalKafka.start();
  private final Map<String, Object> client = Map.of("bootstrap.servers", kafka.bootstrapServers());

  @AfterAll
  void stopKafka() {
    kafka.close();
  }

  private ControlTopic topic(String name) {
    return new ControlTopic(client, name);
  }

  private void create(String name, int partitions, String setting, String value) throws Exception {
    Map<String, String> settings = new HashMap<>(AS_IT_MUST_BE);
    settings.put(setting, value);
    try (Admin admin = Admin.create(client)) {
      NewTopic topic = new NewTopic(name, Optional.of(partitions), Optional.empty());
      admin.createTopics(List.of(topic.configs(settings))).all().get();
    }
  }

  private void assertRefused(String name, boolean live, String what) {
    assertThatThrownBy(() -> topic(name).ensure(live))
        .isInstanceOf(UnavailableException.class)
        .hasMessage(
            "the control topic '"
                + name
                + "' has "
                + what
                + ": change it, or name another one with --controlTopic");
  }

  @Test
  void aMissingOneIsMade() {
    assertThat(topic("new").ensure(true)).isTrue();
    assertThat(topic("new").ensure(true)).as("it is there").isFalse();
    assertThat(topic("new-replay").ensure(false)).isTrue();
    assertRefused("new-replay", true, "message.timestamp.type=CreateTime, expected LogAppendTime");
    assertThat(topic("new").ensure(false)).as("any times will do for a replay").isFalse();
  }

  @Test
  void oneThatForgetsIsRefused() throws Exception {
    create("three", 3, "cleanup.policy", "delete");
    assertRefused("three", true, "3 partitions, expected 1");
    create("compacted", 1, "cleanup.policy", "compact");
    assertRefused("compacted", true, "cleanup.policy=compact, expected delete");
    create("aging", 1, "retention.ms", "604800000");
    assertRefused("aging", false, "retention.ms=604800000, expected -1");
    create("small", 1, "retention.bytes", "1000000");
    assertRefused("small", false, "retention.bytes=1000000, expected -1");
    create("right", 1, "cleanup.policy", "delete");
    assertThat(topic("right").ensure(true)).isFalse();
  }

  @Test
  void whatIsNoNoticeIsReadOver() throws Exception {
    topic("garbage").ensure(true);
    write("garbage", new byte[] {-1});
    write("garbage", null);
    topic("garbage").announce(new Notice.Book("ann", "", null, RuleBookReader.defaultText()));
    write("garbage", new byte[800_000]);
    ControlLog.Heard heard = topic("garbage").read();
    assertThat(heard.books().all()).hasSize(1);
    assertThat(heard.end()).isEqualTo(4);
    assertThat(heard.records())
        .extracting(each -> each.position().offset())
        .containsExactly(0L, 1L, 2L, 3L);
    assertThat(FixedNotices.inForce(heard.records()).knownAt(0).all())
        .hasToString(heard.books().all().toString());
    assertThat(heard.refused())
        .allMatch(each -> each.reason() == RejectReason.ILLEGAL_NOTICE)
        .extracting(each -> each.position().offset())
        .containsExactly(0L, 1L, 3L);
  }

  private void write(String name, byte @Nullable [] value) throws Exception {
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>(name, 0, null, value)).get();
    }
  }
}
