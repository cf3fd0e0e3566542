package weir.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import weir.local.LocalKafka;
import weir.local.Topics;

/** A log that is made again from files stands as it stood. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReplayTest {
  private static final long START = 1_772_323_200_000L;

  private Path folder = Path.of("target");
  private final LocalKafka kafka = LocalKafka.start();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeAll
  void aLakeWithRowsOutOfOrderAndTwice(@TempDir Path temporary) throws SQLException, IOException {
    folder = temporary;
    new SmallLake(folder)
        .records("(2, 1, 'k', '\\xFF\\x00'), (0, 1, null, 'b')")
        .records("(0, 1, null, 'b'), (0, 0, 'k', ''), (2, 0, 'k', null)");
  }

  @BeforeEach
  void nothingWasSaid() {
    out.reset();
    err.reset();
  }

  @AfterAll
  void stopKafka() {
    kafka.close();
  }

  private int replay(String topic) {
    return Main.run(
        List.of(
            "replay",
            "--lake=" + folder,
            "--bootstrapServers=" + kafka.bootstrapServers(),
            "--topic=" + topic),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  private List<String> read(String topic) {
    List<ConsumerRecord<String, String>> records = all(topic);
    assertThat(records.stream().mapToInt(ConsumerRecord::partition).max()).hasValue(2);
    return records.stream().map(ReplayTest::text).toList();
  }

  private List<ConsumerRecord<String, String>> all(String topic) {
    Map<String, Object> config =
        Map.of(
            "bootstrap.servers",
            kafka.bootstrapServers(),
            "key.deserializer",
            StringDeserializer.class,
            "value.deserializer",
            StringDeserializer.class,
            "value.deserializer.encoding",
            "ISO-8859-1");
    List<ConsumerRecord<String, String>> records = new ArrayList<>();
    try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(config)) {
      List<TopicPartition> all =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .sorted(Comparator.comparingInt(TopicPartition::partition))
              .toList();
      for (TopicPartition partition : all) {
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
        long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
        while (consumer.position(partition) < end) {
          consumer.poll(Duration.ofMillis(200)).forEach(records::add);
        }
      }
    }
    return records;
  }

  private static String text(ConsumerRecord<String, String> record) {
    byte[] logTime = record.headers().lastHeader(Replay.LOG_TIME).value();
    assertThat(new String(logTime, StandardCharsets.UTF_8)).isEqualTo("" + record.timestamp());
    return String.join(
        " ",
        record.partition() + "/" + record.offset(),
        "+" + (record.timestamp() - START),
        record.key(),
        record.value());
  }

  @Test
  void standsAsItStood() {
    assertThat(replay("again")).as(err::toString).isZero();
    assertThat(read("again"))
        .containsExactly(
            "0/0 +0 k ", "0/1 +1000 null b", "2/0 +0 k null", "2/1 +1000 k \u00ff\u0000");
    assertThat(replay("again")).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualTo("weir: topic 'again' is not empty, a replay needs a new one\n");
  }

  private int replayLarge(String topic) throws SQLException, IOException {
    Path large = folder.resolve("large");
    // As large as a topic takes, and one whose log time was none.
    new SmallLake(large)
        .records("(0, 0, null, 'a'), (0, 1, 'k', repeat('x', 1048515))")
        .record(0, 2, -1, "late");
    return Main.run(
        List.of(
            "replay",
            "--lake=" + large,
            "--bootstrapServers=" + kafka.bootstrapServers(),
            "--topic=" + topic),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8));
  }

  @Test
  void sendsWhatIsAsLargeAsATopicTakesAndWhatHasNoTime() throws SQLException, IOException {
    assertThat(replayLarge("large")).as(err::toString).isZero();
    List<ConsumerRecord<String, String>> records = all("large");
    assertThat(records).extracting(each -> each.value().length()).containsExactly(1, 1048515, 4);
    assertThat(records.get(2).timestamp()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void refusesATopicThatTakesLess() throws SQLException, IOException {
    new Topics("tight", "b", "c", 1, false).create(kafka.bootstrapServers());
    assertThat(replayLarge("tight")).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .isEqualTo(
            "weir: topic 'tight' takes records of at most 1,048,588 bytes, the largest of the lake"
                + " may need 1,048,772: raise its max.message.bytes, or name a new topic\n");
    assertThat(all("tight")).isEmpty();
  }

  @Test
  void refusesATopicWithTheBrokersTimes() {
    new Topics("live", "a", "d", 3, true).create(kafka.bootstrapServers());
    assertThat(replay("live")).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("topic 'live' takes the broker's time, a replay needs CreateTime");
  }

  @Test
  void refusesATopicWithTooFewPartitions() {
    new Topics("narrow", "a", "d", 2, false).create(kafka.bootstrapServers());
    assertThat(replay("narrow")).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("topic 'narrow' has 2 partitions, the log had 3");
  }
}
