package weir.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weir.failure.UnavailableException;

@Tag("slow")
class TopicsTest {
  private static final long LONG_AGO = 1000;
  private static final long FAR_AHEAD = Instant.parse("2199-01-01T00:00:00Z").toEpochMilli();
  private static final String FOR_EVER = "-1";

  private static LocalKafka kafka = LocalKafka.start();
  private static Admin admin = Admin.create(KafkaClients.of(kafka));

  @BeforeAll
  static void createUsualTopics() {
    Topics.usual(4, true).create(kafka.bootstrapServers());
  }

  @AfterAll
  static void close() {
    admin.close();
    kafka.close();
  }

  private static Topics named(String prefix, int partitions, boolean live) {
    return new Topics(
        prefix + ".transactions", prefix + ".alerts", prefix + ".dead", partitions, live);
  }

  private static String setting(String topic, String name)
      throws ExecutionException, InterruptedException {
    return KafkaClients.setting(admin, ConfigResource.Type.TOPIC, topic, name);
  }

  private static List<Integer> partitions(String... topics)
      throws ExecutionException, InterruptedException {
    var descriptions = admin.describeTopics(List.of(topics)).allTopicNames().get();
    return descriptions.values().stream().map(topic -> topic.partitions().size()).toList();
  }

  @Test
  void theUsualTopicsHaveTheUsualNames() throws Exception {
    assertThat(admin.listTopics().names().get())
        .contains("transactions", "fraud-alerts", "transactions.dead-letter");
    assertThat(partitions("transactions", "fraud-alerts", "transactions.dead-letter"))
        .containsExactly(4, 4, 4);
  }

  /** Labels of a simulation have its times: by the clock they would be stale at once. */
  @Test
  void anotherTopicKeepsWhatIsOld() throws Exception {
    Topics.createOther(KafkaClients.of(kafka), "labels");
    assertThat(setting("labels", "retention.ms")).isEqualTo("-1");
  }

  @Test
  void onlyAlertsAreCompacted() throws Exception {
    assertThat(setting("transactions", "cleanup.policy")).isEqualTo("delete");
    assertThat(setting("fraud-alerts", "cleanup.policy")).isEqualTo("compact");
    assertThat(setting("transactions.dead-letter", "cleanup.policy")).isEqualTo("delete");
  }

  @Test
  void onALiveTopicTheBrokersClockIsTheLogTime() throws Exception {
    assertThat(setting("transactions", "message.timestamp.type")).isEqualTo("LogAppendTime");
    long before = System.currentTimeMillis();
    KafkaClients.send(kafka, "transactions", LONG_AGO, "value");
    assertThat(KafkaClients.first(kafka, "transactions").timestamp())
        .isBetween(before, System.currentTimeMillis());
  }

  @Test
  void onAReplayedTopicTheWritersTimesStayHoweverFarTheyAre() throws Exception {
    for (long time : List.of(LONG_AGO, FAR_AHEAD)) {
      Topics replay = named("replay" + time, 1, false);
      replay.create(kafka.bootstrapServers());
      KafkaClients.send(kafka, replay.transactions(), time, "value");
      assertThat(KafkaClients.first(kafka, replay.transactions()).timestamp()).isEqualTo(time);
      assertThat(setting(replay.transactions(), "message.timestamp.type")).isEqualTo("CreateTime");
    }
  }

  @Test
  void oldTimesDoNotMakeARecordStale() throws Exception {
    Topics replay = named("stale", 1, false);
    replay.create(kafka.bootstrapServers());
    assertThat(setting(replay.transactions(), "retention.ms")).isEqualTo(FOR_EVER);
    assertThat(setting(replay.deadLetters(), "retention.ms")).isEqualTo(FOR_EVER);
  }

  /** Some 3 kB on their way: a reader would have to hold 100 MB. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void compressedARecordIsNoGreaterThanTheTopicTakes(boolean live) {
    Topics topics = named("bomb" + live, 1, live);
    topics.create(kafka.bootstrapServers());
    Map<String, Object> client = new HashMap<>(KafkaClients.of(kafka));
    client.put("compression.type", "zstd");
    client.put("max.request.size", 1 << 30);
    client.put("buffer.memory", 1L << 30);
    try (KafkaProducer<byte[], byte[]> sender =
        new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer())) {
      assertThat(sender.send(new ProducerRecord<>(topics.transactions(), new byte[100 << 20])))
          .failsWithin(Duration.ofMinutes(1))
          .withThrowableOfType(ExecutionException.class)
          .withCauseInstanceOf(RecordTooLargeException.class);
    }
  }

  @Test
  void aTopicThatIsThereStaysAsItIs() throws Exception {
    Topics live = named("there", 3, true);
    live.create(kafka.bootstrapServers());
    named("there", 5, false).create(kafka.bootstrapServers());
    assertThat(partitions(live.transactions(), live.alerts())).containsExactly(3, 3);
    assertThat(setting(live.transactions(), "message.timestamp.type")).isEqualTo("LogAppendTime");
  }

  @Test
  void whatIsMissingIsCreatedBesideWhatIsThere() throws Exception {
    named("half", 2, true).create(kafka.bootstrapServers());
    Topics other = new Topics("half.transactions", "half.others", "half.dead", 2, true);
    other.create(kafka.bootstrapServers());
    assertThat(partitions("half.transactions", "half.others")).containsExactly(2, 2);
  }

  @Test
  void aBrokerThatIsNotThereIsSaid() {
    Map<String, Object> hasty =
        Map.of(
            "bootstrap.servers",
            "127.0.0.1:9",
            "request.timeout.ms",
            "300",
            "default.api.timeout.ms",
            "300");
    assertThatExceptionOfType(UnavailableException.class)
        .isThrownBy(() -> Topics.usual(1, true).create(hasty))
        .withMessage("No Kafka broker answers at 127.0.0.1:9");
  }

  @Test
  void aClientMayBringItsOwnPatience() throws Exception {
    Topics topics = named("patient", 1, true);
    topics.create(
        Map.of("bootstrap.servers", kafka.bootstrapServers(), "request.timeout.ms", "60000"));
    assertThat(partitions(topics.transactions())).containsExactly(1);
  }

  @Test
  void anAddressThatIsNoneIsSaid() {
    assertThatExceptionOfType(UnavailableException.class)
        .isThrownBy(() -> Topics.usual(1, true).create("nowhere"))
        .withMessage("cannot create topics at nowhere: Invalid url in bootstrap.servers: nowhere");
  }

  @Test
  void theBrokersOwnReasonIsPassedOn() {
    assertThatExceptionOfType(UnavailableException.class)
        .isThrownBy(() -> named("none", -5, true).create(kafka.bootstrapServers()))
        .withMessageContaining("partitions");
  }
}
