package weir.runners;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import weir.contract.JobProcess;
import weir.contract.TopicContent;
import weir.form.AlertJson;
import weir.local.LocalKafka;
import weir.local.Topics;
import weir.producer.KafkaSink;
import weir.producer.ProducerSettings;
import weir.producer.RecordSink;
import weir.producer.TransactionProducer;
import weir.score.KindScore;
import weir.score.ScoreCard;
import weir.score.ScoreTable;
import weir.score.Scoring;
import weir.traffic.Hostility;
import weir.traffic.LabelJson;
import weir.traffic.Rate;
import weir.traffic.Scenario;
import weir.traffic.Traffic;
import weir.traffic.TrafficSettings;

/** The whole way: labelled traffic, a real Kafka, the job on Flink, the score card. */
@Tag("slow")
class ScoreTest {
  private static final int PARTITIONS = 4;
  private static final long START = 1_767_225_600_000L;
  private static final int COUNT = 40_000;

  /** How long no alert must come for all to be there. */
  private static final Duration QUIET = Duration.ofSeconds(15);

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  @Test
  void theDefaultBookCatchesWhatTheDefaultWorldStages() throws Exception {
    try (LocalKafka kafka = LocalKafka.start()) {
      Map<String, Object> client = Map.of("bootstrap.servers", kafka.bootstrapServers());
      Topics topics = Topics.usual(PARTITIONS, false);
      topics.create(client);
      Topics.createOther(client, "labels");
      produce(client, topics);
      Scoring scoring = new Scoring();
      TopicContent.read(client, List.of("labels"))
          .forEach(record -> scoring.add(unchecked(() -> LabelJson.read(record.value()))));
      try (JobProcess job =
          JobProcess.start(
              OnFlink.class.getName(), List.of("--bootstrapServers=" + kafka.bootstrapServers()))) {
        for (ConsumerRecord<byte[], byte[]> record : awaitAlerts(client, topics, job)) {
          scoring.add(unchecked(() -> AlertJson.read(record.value())));
        }
      }
      ScoreCard card = scoring.card();
      System.out.println(ScoreTable.print(card));
      assertCaught(card, "shared-account", "impossible-travel");
      assertCaught(card, "card-testing", "paypal-small");
      assertCaught(card, "shop-testing", "cards-at-shop");
      assertCaught(card, "shared-device", "cards-on-device");
      assertThat(card.lookAlikes()).hasSize(12);
    }
  }

  private static void assertCaught(ScoreCard card, String attack, String rule) {
    KindScore score = card.kind(attack).orElseThrow();
    assertThat(score.campaigns()).as(attack).isGreaterThan(5);
    assertThat(score.recallBy(rule)).as("recall of " + attack).isGreaterThanOrEqualTo(0.95);
    assertThat(card.rule(rule).orElseThrow().precision())
        .as("precision of " + rule)
        .isGreaterThanOrEqualTo(0.95);
  }

  private static void produce(Map<String, Object> client, Topics topics) throws IOException {
    TrafficSettings settings =
        TrafficSettings.of(2, 5_000, Rate.constant(0.5), START)
            .with(attacked())
            .with(new Hostility(0.02, 0.0005, 0.005, 0.0005, 0.001, 0));
    try (RecordSink transactions = new KafkaSink(client, topics.transactions());
        RecordSink labels = new KafkaSink(client, "labels")) {
      new TransactionProducer(ProducerSettings.atOnce(COUNT))
          .run(new Traffic(settings), transactions, labels);
    }
  }

  /** The default world with more attacks, so that a day is enough to see some of each kind. */
  private static Scenario attacked() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(Scenario.class.getResourceAsStream("default-scenario.yaml"))) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Scenario.parse(
          "attacked", text.replaceFirst("attackShare: [0-9.]+", "attackShare: 0.05"));
    }
  }

  private static List<ConsumerRecord<byte[], byte[]>> awaitAlerts(
      Map<String, Object> client, Topics topics, JobProcess job) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    long quietSince = System.nanoTime();
    List<ConsumerRecord<byte[], byte[]>> alerts = List.of();
    while (alerts.isEmpty() || System.nanoTime() - quietSince < QUIET.toNanos()) {
      assertThat(job.isAlive()).as(job.output()).isTrue();
      assertThat(System.nanoTime()).as("the job does not come to an end").isLessThan(end);
      Thread.sleep(1000);
      List<ConsumerRecord<byte[], byte[]>> now =
          TopicContent.read(client, List.of(topics.alerts()));
      if (now.size() > alerts.size()) {
        quietSince = System.nanoTime();
      }
      alerts = now;
    }
    return alerts;
  }

  private interface Reading<T> {
    T read() throws IOException;
  }

  private static <T> T unchecked(Reading<T> reading) {
    try {
      return reading.read();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
