package weir.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static weir.log.SmallRecords.START;
import static weir.log.SmallRecords.bytes;
import static weir.log.SmallRecords.rest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import weir.control.ControlTopic;
import weir.failure.UnavailableException;
import weir.local.LocalKafka;
import weir.local.Topics;
import weir.notice.Books;
import weir.notice.Notice;

/** Partitions of topics, with very many records in one of them and none in another. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KafkaLogTest {
  private static final Topics TOPICS = new Topics("payments", "alerts", "letters", 3, false);
  private static final int MANY = 30_000;

  private final LocalKafka kafka = LocalKafka.start();
  private final Map<String, Object> client = Map.of("bootstrap.servers", kafka.bootstrapServers());

  @BeforeAll
  void aLog() {
    producer.initTransactions();
    TOPICS.create(client);
    TOPICS.createLabels(client);
    for (int i = 0; i < MANY; i++) {
      int partition = i % 1000 == 0 ? 1 : 0;
      send("payments", partition, i);
    }
    send("payments.labels", 0, 3000);
    send("payments.labels", 2, 3000);
    send("payments.labels", 2, 3001);
    flush();
    // With the marks of four partitions.
    await("payments", "payments.labels", MANY + 3 + 4);
  }

  private final KafkaProducer<byte[], byte[]> producer =
      new KafkaProducer<>(
          Map.of("bootstrap.servers", kafka.bootstrapServers(), "transactional.id", "sender"),
          new ByteArraySerializer(),
          new ByteArraySerializer());

  private boolean sending;

  @SuppressWarnings("FutureReturnValueIgnored") // The commit tells.
  private void send(String topic, int partition, long millis) {
    if (!sending) {
      producer.beginTransaction();
      sending = true;
    }
    producer.send(
        new ProducerRecord<>(topic, partition, START + millis, null, bytes("v" + millis)));
  }

  /** Behind the records of a transaction stands a mark, which is no record. */
  private void flush() {
    producer.commitTransaction();
    sending = false;
  }

  @AfterAll
  void stop() {
    producer.close();
    kafka.close();
  }

  private KafkaLog open(@Nullable String labels, Span span) {
    return KafkaLog.open(client, "payments", labels, span);
  }

  @Test
  void kindsCanBeReadAlone() {
    try (KafkaLog log = KafkaLog.open(client, "payments", null, Set.of(Kind.LABELS), Span.ALL)) {
      assertThat(rest(log)).containsExactly("L0/0 +3000", "L2/0 +3000", "L2/1 +3001");
    }
    try (KafkaLog log =
        KafkaLog.open(
            client,
            "payments",
            null,
            Set.of(Kind.TRANSACTIONS),
            new Span(START + MANY - 2, Long.MAX_VALUE))) {
      assertThat(rest(log)).hasSize(2).allMatch(entry -> entry.startsWith("T0/"));
    }
    try (KafkaLog log =
        KafkaLog.open(client, "payments.labels", null, Set.of(Kind.LABELS), Span.ALL)) {
      assertThat(rest(log)).isEmpty();
    }
  }

  @Test
  void comesInTheOrderOfLogTimes() {
    try (KafkaLog log = open("payments.labels", Span.ALL)) {
      List<String> expected = new ArrayList<>();
      for (int i = 0; i < MANY; i++) {
        if (i == 3000) {
          expected.addAll(List.of("L0/0 +3000", "L2/0 +3000"));
        }
        if (i == 3001) {
          expected.add("L2/1 +3001");
        }
        int rare = (i + 999) / 1000;
        expected.add(i % 1000 == 0 ? "T1/" + rare + " +" + i : "T0/" + (i - rare) + " +" + i);
      }
      assertThat(log.records()).isBetween((long) MANY, MANY + 10L);
      assertThat(rest(log)).isEqualTo(expected);
      assertThat(log.reached()).isEqualTo(START + MANY - 1 - Log.CLOCKS_MILLIS);
    }
  }

  /** With the labels that belong to the topic, since none are named. */
  @Test
  void comesInASpan() {
    try (KafkaLog log = open(null, new Span(START + 2999, START + 3002))) {
      assertThat(rest(log))
          .containsExactly(
              "T0/2996 +2999",
              "L0/0 +3000",
              "L2/0 +3000",
              "T1/3 +3000",
              "L2/1 +3001",
              "T0/2997 +3001");
      assertThat(log.records()).isEqualTo(6);
    }
  }

  @Test
  void endsWhereItEndedWhenItWasOpened() {
    new Topics("growing", "a", "b", 1, false).create(client);
    send("growing", 0, 1);
    flush();
    await("growing", null, 2);
    try (KafkaLog log = KafkaLog.open(client, "growing", null, Span.ALL)) {
      send("growing", 0, 2);
      flush();
      assertThat(rest(log)).containsExactly("T0/0 +1");
    }
  }

  /** The broker writes the marks of a transaction a moment after it was told to commit it. */
  private void await(String topic, @Nullable String labels, long offsets) {
    long patience = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    long found = 0;
    while (found < offsets && System.nanoTime() < patience) {
      try (KafkaLog log = KafkaLog.open(client, topic, labels, Span.ALL)) {
        found = log.records();
      }
    }
  }

  @Test
  void anEmptyTopicHasNothing() {
    new Topics("empty", "a", "b", 2, false).create(client);
    try (KafkaLog log = KafkaLog.open(client, "empty", null, Span.ALL)) {
      assertThat(log.records()).isZero();
      assertThat(log.next()).isNull();
    }
  }

  @Test
  void tellsWhichTopicMayBeMeant() {
    assertThatThrownBy(() -> KafkaLog.open(client, "paymets", null, Span.ALL))
        .isInstanceOf(UnavailableException.class)
        .hasMessage(
            "Kafka at "
                + kafka.bootstrapServers()
                + " has no topic 'paymets'; did you mean 'payments'?");
  }

  @Test
  void tellsThatServersAreNone() {
    assertThatThrownBy(
            () -> KafkaLog.open(Map.of("bootstrap.servers", "nowhere"), "x", null, Span.ALL))
        .isInstanceOf(UnavailableException.class)
        .hasMessageContaining("nowhere");
  }

  @Test
  void readsTheBooksOfALog() {
    TOPICS.createControl(client);
    assertThatThrownBy(() -> BooksOfTopic.read(client, "payments.control"))
        .isInstanceOf(UnavailableException.class)
        .hasMessageContaining("the control topic 'payments.control' has no rules yet");
    String rules =
        """
        allowedLateness: 1 min
        allowedClockSkew: 5 s
        rules: [{id: dear, version: 1, kind: amount-over, severity: low, limit: 9}]
        """;
    new ControlTopic(client, "payments.control")
        .announce(new Notice.Book("ada", "the first", /* from= */ null, rules));

    Books books = BooksOfTopic.read(client, "payments.control");
    assertThat(books.all()).hasSize(1);
    assertThat(BooksOfTopic.announcements(books).knownAt(START)).isSameAs(books);
    assertThatThrownBy(() -> BooksOfTopic.read(client, "none.control"))
        .isInstanceOf(UnavailableException.class)
        .hasMessageContaining("none.control");
  }
}
