package weir.producer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is told of a broker that takes records, takes none for a while, or takes none any more. */
class KafkaSinkTest {
  private final MockProducer<byte[], byte[]> broker =
      new MockProducer<>(
          /* autoComplete= */ false, new ByteArraySerializer(), new ByteArraySerializer());
  private final KafkaSink sink = new KafkaSink(broker, "topic");

  private void send(int records) {
    for (int i = 0; i < records; i++) {
      sink.send(i, new byte[] {1}, new byte[] {2});
    }
  }

  private static void awaitNanos(long nanos) {
    long end = System.nanoTime() + nanos;
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }

  @Test
  void countsWhatTheBrokerHasTaken() {
    send(3);
    assertThat(sink.confirmed()).isZero();
    assertThat(sink.waiting()).isEqualTo(3);
    broker.completeNext();
    assertThat(sink.confirmed()).isEqualTo(1);
    assertThat(sink.waiting()).isEqualTo(2);
  }

  @Test
  void isSilentOnlyWhileSomethingWaits() {
    assertThat(sink.silence()).isZero();
    send(2);
    awaitNanos(20_000_000);
    Duration before = sink.silence();
    assertThat(before).isGreaterThanOrEqualTo(Duration.ofMillis(20));
    long taken = System.nanoTime();
    broker.completeNext();
    assertThat(sink.silence()).isLessThanOrEqualTo(Duration.ofNanos(System.nanoTime() - taken));
    broker.completeNext();
    assertThat(sink.silence()).isZero();
  }

  @Test
  void goesOnWhenTheBrokerIsBack() {
    send(2);
    broker.completeNext();
    broker.completeNext();
    send(1);
    broker.completeNext();
    sink.flush();
    assertThat(sink.confirmed()).isEqualTo(3);
  }

  @Test
  @Timeout(20)
  void aBrokerThatStaysAwayIsToldInASentence() {
    send(3);
    broker.completeNext();
    broker.errorNext(new TimeoutException("Expiring 1 record(s) for topic-0: 120000 ms"));
    assertThatThrownBy(() -> send(1))
        .isInstanceOf(KafkaException.class)
        .hasMessageMatching(
            "the broker has not taken a record of 'topic' for \\d+ s and is given up:"
                + " 1 were confirmed, 2 were not");
    assertThatThrownBy(sink::flush).isInstanceOf(KafkaException.class);
    sink.close();
  }

  @Test
  void whatElseFailsIsToldAsItIs() {
    send(1);
    broker.errorNext(new RecordTooLargeException("too large"));
    assertThatThrownBy(sink::flush).hasMessage("sending to topic failed: too large");
  }

  @Test
  @Timeout(20)
  void whoIsStoppedDoesNotWaitForABrokerThatIsAway() {
    send(2);
    assertThatThrownBy(() -> sink.flush(Duration.ofMillis(10)))
        .hasMessageEndingWith("0 were confirmed, 2 were not");
    sink.close();
    assertThat(broker.closed()).isTrue();
  }
}
