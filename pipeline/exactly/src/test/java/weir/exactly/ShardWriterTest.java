package weir.exactly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.beam.sdk.values.KV;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import weir.contract.TopicContent;
import weir.local.LocalKafka;
import weir.local.Topics;
import weir.patience.Patience;

/** What is in a topic, for whoever reads what is committed, after writers came and went. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShardWriterTest {
  private static final String RUN = "run";
  private static final Patience PATIENCE = new Patience("Kafka", Duration.ofMinutes(2));

  private final LocalKafka kafka = LocalKafka.start();
  private final Map<String, Object> client = Map.of("bootstrap.servers", kafka.bootstrapServers());
  private String topic = "";

  @BeforeAll
  void awaitBroker() {
    Topics.usual(1, true).create(client);
  }

  @BeforeEach
  void makeTopic(TestInfo test) {
    topic = test.getTestMethod().orElseThrow().getName();
    Topics.createOther(client, topic);
  }

  @AfterAll
  void stop() {
    kafka.close();
  }

  private ShardWriter writer() {
    TransactionSettings settings =
        new TransactionSettings("group-" + topic, topic, client, PATIENCE);
    return ShardWriter.open(settings, 0, new KafkaTransactions(settings));
  }

  private List<KV<Long, ProducerRecord<byte[], byte[]>>> records(long from, long to) {
    return LongStream.range(from, to).mapToObj(number -> record(number, "r" + number)).toList();
  }

  private KV<Long, ProducerRecord<byte[], byte[]>> record(long number, String value) {
    ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, bytes("k"), bytes(value));
    record.headers().add(new RecordHeader("h", bytes("h" + number)));
    return KV.of(number, record);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private List<String> committed() {
    awaitEndOfTransactions();
    return TopicContent.read(client, List.of(topic)).stream()
        .map(record -> new String(record.value(), StandardCharsets.UTF_8))
        .toList();
  }

  /**
   * Kafka says that a transaction has ended before its partitions have heard of it: until then
   * nobody can read what it committed.
   */
  private void awaitEndOfTransactions() {
    try (Admin admin = Admin.create(client)) {
      long end = System.nanoTime() + PATIENCE.length().toNanos();
      while (end(admin, IsolationLevel.READ_COMMITTED)
          < end(admin, IsolationLevel.READ_UNCOMMITTED)) {
        assertThat(System.nanoTime()).as("a transaction does not end").isLessThan(end);
        LockSupport.parkNanos(1_000_000);
      }
    }
  }

  private long end(Admin admin, IsolationLevel readers) {
    TopicPartition partition = new TopicPartition(topic, 0);
    try {
      return admin
          .listOffsets(Map.of(partition, OffsetSpec.latest()), new ListOffsetsOptions(readers))
          .partitionResult(partition)
          .get()
          .offset();
    } catch (ExecutionException | InterruptedException failed) {
      throw new AssertionError(failed);
    }
  }

  private static List<String> values(int to) {
    return IntStream.range(0, to).mapToObj(number -> "r" + number).toList();
  }

  @Test
  void saidAgainByAnotherWriterRecordsAreThereOnce() {
    try (ShardWriter first = writer()) {
      first.write(RUN, records(0, 5));
    }
    try (ShardWriter second = writer()) {
      assertThat(second.written()).isEqualTo(new Mark(RUN, 4));
      second.write(RUN, records(2, 5));
      second.write(RUN, records(3, 8));
    }
    assertThat(committed()).isEqualTo(values(8));
  }

  @Test
  void headersAndKeysStay() {
    try (ShardWriter writer = writer()) {
      writer.write(RUN, records(0, 1));
    }
    ConsumerRecord<byte[], byte[]> record = TopicContent.read(client, List.of(topic)).get(0);
    assertThat(record.key()).isEqualTo(bytes("k"));
    assertThat(record.headers().lastHeader("h").value()).isEqualTo(bytes("h0"));
  }

  @Test
  void numbersOfAnotherRunAreOfOtherRecords() {
    try (ShardWriter before = writer()) {
      before.write(RUN, records(0, 3));
    }
    try (ShardWriter anew = writer()) {
      anew.write("other", records(0, 3));
      assertThat(anew.written()).isEqualTo(new Mark("other", 2));
    }
    assertThat(committed()).containsExactly("r0", "r1", "r2", "r0", "r1", "r2");
  }

  @Test
  void aRecordThatIsMissingIsNoticed() {
    try (ShardWriter writer = writer()) {
      writer.write(RUN, records(0, 3));
      assertThatThrownBy(() -> writer.write(RUN, records(4, 6)))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageEndingWith("expected record 3 of run run, found 4");
      assertThatThrownBy(() -> writer.write(RUN, List.of(record(3, "r3"), record(5, "r5"))))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageEndingWith("expected record 4 of run run, found 5");
    }
    assertThat(committed()).isEqualTo(values(3));
  }

  @Test
  void ofATransactionThatFailsNothingIsThere() {
    try (ShardWriter writer = writer()) {
      writer.write(RUN, records(0, 2));
      String tooLarge = "x".repeat(2_000_000);
      assertThatThrownBy(() -> writer.write(RUN, List.of(record(2, "r2"), record(3, tooLarge))))
          .hasRootCauseInstanceOf(RecordTooLargeException.class);
    }
    assertThat(committed()).isEqualTo(values(2));
    try (ShardWriter again = writer()) {
      again.write(RUN, records(2, 4));
    }
    assertThat(committed()).isEqualTo(values(4));
  }

  @Test
  void aFormerWriterCanWriteNoMore() {
    try (ShardWriter former = writer();
        ShardWriter latter = writer()) {
      latter.write(RUN, records(0, 2));
      assertThatThrownBy(() -> former.write(RUN, records(0, 4)))
          .isInstanceOf(ProducerFencedException.class);
    }
    assertThat(committed()).isEqualTo(values(2));
  }

  @Test
  void aLongBacklogIsWrittenInSeveralTransactions() {
    try (ShardWriter writer = writer()) {
      writer.write(RUN, records(0, 25_000));
      assertThat(writer.written()).isEqualTo(new Mark(RUN, 24_999));
    }
    assertThat(committed()).hasSize(25_000).doesNotHaveDuplicates();
  }

  /** Of 32 MB each: more would take longer than Kafka keeps a transaction open. */
  @Test
  void soAreFewLargeRecords() {
    String large = "x".repeat(1_000_000);
    try (ShardWriter writer = writer()) {
      writer.write(RUN, LongStream.range(0, 70).mapToObj(number -> record(number, large)).toList());
      assertThat(writer.written()).isEqualTo(new Mark(RUN, 69));
    }
    awaitEndOfTransactions();
    try (Admin admin = Admin.create(client)) {
      // Of each transaction the end has an offset of its own.
      assertThat(end(admin, IsolationLevel.READ_UNCOMMITTED)).isEqualTo(70 + 3);
    }
  }
}
