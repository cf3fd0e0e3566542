package weir.exactly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.util.SerializableUtils;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import weir.exactly.FakeKafka.Failure;
import weir.exactly.FakeStep.Checkpoint;
import weir.patience.Patience;

/** When the step writes, and what is there after it failed. */
class OnceFnTest {
  private static final TransactionSettings SETTINGS =
      new TransactionSettings(
          "weir-alerts", "transactions", Map.of(), new Patience("Kafka", Duration.ofMinutes(2)));

  private final FakeKafka kafka = new FakeKafka();

  private FakeStep step(Checkpoint... before) {
    return new FakeStep(new OnceFn(SETTINGS, kafka.of(SETTINGS)), before);
  }

  private static void take(FakeStep step, int shard, String... values) {
    for (String each : values) {
      byte[] value = each.getBytes(StandardCharsets.UTF_8);
      step.take(shard, new ProducerRecord<>("alerts", value, value));
    }
  }

  @Test
  void writesABundleInOneTransactionWhenItsCheckpointIsComplete() throws Exception {
    FakeStep step = step();
    take(step, 0, "a", "b", "c");
    step.look();
    Checkpoint checkpoint = step.begin();
    step.look();
    assertThat(kafka.committed()).isEmpty();
    checkpoint.complete();
    assertThat(kafka.committed()).isEmpty();
    step.look();
    assertThat(kafka.committed()).containsExactly(List.of("a", "b", "c"));
    assertThat(kafka.mark("weir-alerts-0").last()).isEqualTo(2);
    assertThat(step.waiting()).isZero();
  }

  @Test
  void whatComesAfterACheckpointBeganIsNotInIt() throws Exception {
    FakeStep step = step();
    take(step, 0, "a");
    Checkpoint checkpoint = step.begin();
    take(step, 0, "b");
    checkpoint.complete();
    step.look();
    assertThat(kafka.committed()).containsExactly(List.of("a"));
    step.drain();
    assertThat(kafka.committed()).containsExactly(List.of("a"), List.of("b"));
  }

  @Test
  void asksAgainWhenACheckpointIsGivenUp() throws Exception {
    FakeStep step = step();
    take(step, 0, "a");
    step.begin();
    for (int again = 0; again < 100; again++) {
      step.look();
      assertThat(kafka.committed()).isEmpty();
    }
    // Nothing more comes; the next that is complete is enough.
    step.begin().complete();
    step.look();
    assertThat(kafka.committed()).containsExactly(List.of("a"));
  }

  @Test
  void aCheckpointThatIsToldOfAgainOrLateChangesNothing() throws Exception {
    FakeStep step = step();
    take(step, 0, "a");
    Checkpoint first = step.begin();
    take(step, 0, "b");
    Checkpoint second = step.begin();
    second.complete();
    first.complete();
    step.look();
    assertThat(kafka.committed()).containsExactly(List.of("a", "b"));
    first.complete();
    second.complete();
    take(step, 0, "c");
    step.look();
    assertThat(kafka.committed()).containsExactly(List.of("a", "b"));
    step.drain();
    assertThat(kafka.committed()).containsExactly(List.of("a", "b"), List.of("c"));
  }

  @Test
  void looksNoMoreWhenNothingWaits() throws Exception {
    FakeStep step = step();
    take(step, 0, "a");
    assertThat(step.looks()).isTrue();
    step.begin().complete();
    step.look();
    assertThat(step.looks()).isFalse();
    take(step, 0, "b");
    assertThat(step.looks()).isTrue();
  }

  /** Whatever Kafka has of the transaction that failed, in the end all is there once. */
  @ParameterizedTest
  @EnumSource(names = {"BEFORE", "MEANWHILE", "AFTER"})
  void afterAFailureNothingIsLostAndNothingIsThereTwice(Failure when) throws Exception {
    FakeStep step = step();
    take(step, 0, "a", "b");
    Checkpoint checkpoint = step.begin();
    take(step, 0, "c");
    checkpoint.complete();
    kafka.failOnce(when);
    assertThatThrownBy(step::look).isInstanceOf(KafkaException.class);

    FakeStep again = step(checkpoint);
    take(again, 0, "c", "d");
    again.drain();
    assertThat(kafka.values()).containsExactly("a", "b", "c", "d");
  }

  /** What came after the checkpoint may come in another order the next time. */
  @Test
  void whatNoCheckpointHadGetsItsNumberAnew() throws Exception {
    FakeStep step = step();
    take(step, 0, "a");
    Checkpoint checkpoint = step.begin();
    checkpoint.complete();
    take(step, 0, "b", "c");
    step.look();
    step.close();

    FakeStep again = step(checkpoint);
    take(again, 0, "c", "b");
    again.drain();
    assertThat(kafka.values()).containsExactly("a", "c", "b");
  }

  /** The checkpoint was complete, and the step failed before it heard of that. */
  @Test
  void whatACheckpointHasIsWrittenThoughNothingMoreComes() throws Exception {
    FakeStep step = step();
    take(step, 0, "a");
    Checkpoint checkpoint = step.begin();
    step.close();

    FakeStep again = step(checkpoint);
    again.look();
    assertThat(kafka.committed()).containsExactly(List.of("a"));
    assertThat(again.looks()).isFalse();
  }

  @Test
  void aFormerStepThatStillLivesCanWriteNoMore() throws Exception {
    FakeStep former = step();
    take(former, 0, "a");
    Checkpoint checkpoint = former.begin();
    FakeStep latter = step(checkpoint);
    latter.look();
    checkpoint.complete();
    assertThatThrownBy(former::look).isInstanceOf(ProducerFencedException.class);
    assertThat(kafka.committed()).containsExactly(List.of("a"));
    take(latter, 0, "b");
    latter.drain();
    assertThat(kafka.values()).containsExactly("a", "b");
  }

  @Test
  void aShardThatMovesGoesOnWhereItWas() throws Exception {
    FakeStep left = step();
    FakeStep right = step();
    take(left, 0, "a");
    take(left, 1, "p");
    take(right, 2, "x");
    Checkpoint ofLeft = left.begin();
    Checkpoint ofRight = right.begin();
    ofLeft.complete();
    left.look();
    left.close();
    right.close();

    FakeStep one = step(ofLeft.of(0));
    FakeStep other = step(ofLeft.of(1), ofRight.of(2));
    take(one, 0, "b");
    take(other, 1, "q");
    take(other, 2, "y");
    one.drain();
    other.drain();
    assertThat(kafka.values()).containsExactlyInAnyOrder("a", "b", "p", "q", "x", "y");
    assertThat(kafka.mark("weir-alerts-0").last()).isEqualTo(1);
    assertThat(kafka.mark("weir-alerts-1").last()).isEqualTo(1);
    assertThat(kafka.mark("weir-alerts-2").last()).isEqualTo(1);
  }

  @Test
  void aShardHasTheSameNameInEveryRunAndNoOtherHasIt() throws Exception {
    for (int run = 0; run < 2; run++) {
      FakeStep step = step();
      for (int shard = 0; shard < 3; shard++) {
        take(step, shard, "r" + run + shard);
      }
      step.drain();
    }
    assertThat(kafka.ids()).containsExactly("weir-alerts-0", "weir-alerts-1", "weir-alerts-2");
  }

  /** Kafka has more than the checkpoint: its numbers were of other records perhaps. */
  @Test
  void onAnOlderCheckpointWhatWaitsIsSkippedAndWhatComesIsWritten() throws Exception {
    FakeStep step = step();
    take(step, 0, "a");
    Checkpoint old = step.begin();
    take(step, 0, "b", "c");
    step.drain();
    String run = kafka.mark("weir-alerts-0").run();

    FakeStep again = step(old);
    again.look();
    assertThat(again.waiting()).isZero();
    take(again, 0, "c", "b");
    Checkpoint next = again.begin();
    next.complete();
    again.look();
    assertThat(kafka.values()).containsExactly("a", "b", "c", "c", "b");
    assertThat(kafka.mark("weir-alerts-0").run()).isNotEqualTo(run);

    // The new run is in the state too: its records are not taken for others.
    step(next).drain();
    assertThat(kafka.values()).hasSize(5);
  }

  @Test
  void anotherRunSaysAllOfItsOwn() throws Exception {
    for (int run = 0; run < 2; run++) {
      FakeStep step = step();
      take(step, 0, "a", "b");
      step.drain();
    }
    assertThat(kafka.values()).containsExactly("a", "b", "a", "b");
  }

  @Test
  void closesItsProducers() throws Exception {
    FakeStep step = step();
    take(step, 0, "a");
    take(step, 1, "b");
    step.close();
    assertThat(kafka.allAreClosed()).isTrue();
  }

  @Test
  void goesToWorkers() {
    SerializableUtils.ensureSerializable(new OnceFn(SETTINGS, new KafkaTransactions(SETTINGS)));
  }
}
