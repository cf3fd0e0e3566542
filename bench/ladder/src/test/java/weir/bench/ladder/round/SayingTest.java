package weir.bench.ladder.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import weir.bench.ladder.log.Backlog;
import weir.bench.ladder.log.SimulatedBacklog;
import weir.book.RuleBookReader;
import weir.local.LocalKafka;
import weir.local.Topics;
import weir.oracle.Oracle;
import weir.topics.TopicReader;

/** When the answer to a backlog is taken to be there: not before its totals are. */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class SayingTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Duration SHORT = Duration.ofSeconds(1);

  private final LocalKafka kafka = LocalKafka.start();
  private final Map<String, Object> client = Map.of("bootstrap.servers", kafka.bootstrapServers());
  private Topics topics = Topics.usual(2, false);
  private Backlog backlog = new Backlog("", 0, 0, new TreeMap<>(), Map.of(), Set.of());

  @BeforeAll
  void fill() {
    topics.create(client);
    new SimulatedBacklog(20_000, 200, 100).fill(client, topics.transactions(), 2);
    backlog =
        Backlog.read(
            client, topics.transactions(), 2, RuleBookReader.readOfUsers(), Oracle::answer);
  }

  @BeforeEach
  void emptyTopic(TestInfo test) {
    topics =
        new Topics(
            topics.transactions(), test.getTestMethod().orElseThrow().getName(), "dead", 2, false);
    topics.create(client);
  }

  @AfterAll
  void stop() {
    kafka.close();
  }

  /** The alerts of totals, which name no transaction. */
  private List<String> totals() {
    return backlog.expected().keySet().stream()
        .filter(id -> !backlog.causes().containsKey(id))
        .toList();
  }

  private List<String> others() {
    return backlog.expected().keySet().stream()
        .filter(id -> backlog.causes().containsKey(id))
        .toList();
  }

  @SuppressWarnings("FutureReturnValueIgnored") // What is not written is missed below.
  private void write(List<String> ids) {
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(client, new StringSerializer(), new StringSerializer())) {
      ids.forEach(
          id ->
              producer.send(new ProducerRecord<>(topics.alerts(), id, backlog.expected().get(id))));
    }
  }

  @Test
  void totalsThatComeAfterAllIsJudgedAreWaitedFor() throws InterruptedException {
    assertThat(totals()).isNotEmpty();
    assertThat(others()).anyMatch(id -> backlog.markers().contains(id));
    write(others());
    try (TopicReader reader = new TopicReader(client, topics.alerts())) {
      Saying saying = new Saying(backlog, reader);
      assertThat(saying.awaitAnswer(() -> true, PATIENCE, SHORT)).isTrue();
      assertThat(saying.compare().missing()).isEqualTo(totals().size());
      long judged = saying.completeMillis();
      Thread late = new Thread(() -> write(totals()));
      late.start();
      assertThat(saying.awaitAnswer(() -> true, PATIENCE, LONG)).isTrue();
      late.join();
      assertThat(saying.compare().isRight()).isTrue();
      assertThat(saying.completeMillis()).isGreaterThan(judged);
    }
  }

  @Test
  void aTotalThatDoesNotComeIsNotWaitedForForEverAndIsTold() {
    write(others());
    write(totals().subList(1, totals().size()));
    try (TopicReader reader = new TopicReader(client, topics.alerts())) {
      Saying saying = new Saying(backlog, reader);
      assertThat(saying.awaitAnswer(() -> true, PATIENCE, SHORT)).isTrue();
      assertThat(saying.compare())
          .hasToString("WRONG: 1 missing, 0 extra, 0 different, 0 contradictions");
    }
  }

  @Test
  void aContestantThatEndsIsNotWaitedFor() {
    try (TopicReader reader = new TopicReader(client, topics.alerts())) {
      assertThat(new Saying(backlog, reader).awaitAnswer(() -> false, PATIENCE, LONG)).isFalse();
    }
  }
}
