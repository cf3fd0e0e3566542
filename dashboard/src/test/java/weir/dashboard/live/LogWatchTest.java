package weir.dashboard.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import weir.local.LocalKafka;
import weir.local.Topics;

/** How far the log is, whatever times its senders wrote into it. */
@Timeout(120)
class LogWatchTest {
  /** The log times of a simulation, long ago. */
  private static final long START = 1_767_225_600_000L;

  private static final long YEAR_5000 = 95_617_584_000_000L;

  /** Of a simulation it is ahead too, though it is over. */
  private static final long MONTHS_LATER = START + 90L * 86_400_000;

  @Test
  void recordsThatAreFarAheadDoNotTellTheTime() throws InterruptedException {
    try (LocalKafka kafka = LocalKafka.start()) {
      Map<String, Object> client = Map.of("bootstrap.servers", kafka.bootstrapServers());
      Topics topics = Topics.usual(1, false);
      topics.create(client);
      long last = 0;
      try (KafkaProducer<byte[], byte[]> producer =
          new KafkaProducer<>(client, new ByteArraySerializer(), new ByteArraySerializer())) {
        for (int i = 0; i < 20; i++) {
          // The last four are at one time: three of the last seven may be anywhere.
          last = START + Math.min(i, 16) * 1000L;
          send(producer, topics.transactions(), last);
          if (i == 3) {
            send(producer, topics.transactions(), YEAR_5000);
            send(producer, topics.transactions(), MONTHS_LATER);
          }
        }
        send(producer, topics.transactions(), YEAR_5000);
      }
      LogSettings settings = new LogSettings(client, "transactions", "a", "d", "weir");
      Live live = Live.of(true, false);
      try (LogWatch watch = new LogWatch(settings, live)) {
        LogWatch.Position position = live.log().get();
        while (position == null) {
          Thread.sleep(50);
          position = live.log().get();
        }
        assertThat(position.newestLogTime()).isEqualTo(last);
        assertThat(position.records()).isEqualTo(23);
      }
    }
  }

  @SuppressWarnings("FutureReturnValueIgnored") // Closing the producer waits for it.
  private static void send(KafkaProducer<byte[], byte[]> producer, String topic, long time) {
    producer.send(new ProducerRecord<>(topic, null, time, null, new byte[0]));
  }
}
