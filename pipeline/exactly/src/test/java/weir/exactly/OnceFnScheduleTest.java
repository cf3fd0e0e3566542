package weir.exactly;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weir.exactly.FakeKafka.Failure;
import weir.exactly.FakeStep.Checkpoint;
import weir.patience.Patience;

/**
 * The step under random schedules: checkpoints that are given up or of which it never hears, kills,
 * commits that fail at any moment, and an input that comes in another order after each restart.
 */
class OnceFnScheduleTest {
  private static final int SHARDS = 3;
  private static final int RECORDS = 60;
  private static final int SCHEDULES = 100;
  private static final List<Failure> FAILURES = List.of(Failure.values());
  private static final TransactionSettings SETTINGS =
      new TransactionSettings(
          "weir-alerts", "transactions", Map.of(), new Patience("Kafka", Duration.ofMinutes(2)));

  @ParameterizedTest
  @ValueSource(longs = {20_261_126, 1, 2})
  void everyRecordIsThereOnce(long seed) throws Exception {
    int failures = 0;
    for (long schedule = 0; schedule < SCHEDULES; schedule++) {
      Schedule each = new Schedule(new Random(seed * SCHEDULES + schedule));
      each.run();
      assertThat(each.kafka.values())
          .as("schedule %d of seed %d", schedule, seed)
          .containsExactlyInAnyOrderElementsOf(each.all);
      failures += each.failures;
    }
    assertThat(failures).isGreaterThan(SCHEDULES);
  }

  private static final class Schedule {
    private final Random random;
    private final FakeKafka kafka = new FakeKafka();
    private final List<String> all =
        IntStream.range(0, RECORDS).mapToObj(number -> "r" + number).toList();
    private List<String> toCome = new ArrayList<>(all);
    private FakeStep step;

    /** The newest that is complete, and what the input had to come when it began. */
    private Checkpoint complete;

    private List<String> completeToCome = all;
    private int failures;

    Schedule(Random random) {
      this.random = random;
      this.step = newStep();
      this.complete = step.begin();
    }

    private FakeStep newStep(Checkpoint... before) {
      return new FakeStep(new OnceFn(SETTINGS, kafka.of(SETTINGS)), before);
    }

    void run() throws Exception {
      while (!toCome.isEmpty()) {
        try {
          act();
        } catch (KafkaException failed) {
          restart();
        }
      }
      kafka.failOnce(Failure.NEVER);
      step.drain();
    }

    private void act() throws Exception {
      switch (random.nextInt(8)) {
        case 0, 1, 2 -> take();
        case 3, 4 -> step.look();
        case 5 -> checkpoint();
        case 6 -> kafka.failOnce(FAILURES.get(random.nextInt(FAILURES.size())));
        default -> {
          if (random.nextInt(3) == 0) {
            restart();
          }
        }
      }
    }

    private void take() {
      String value = toCome.remove(0);
      byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
      step.take(
          Math.floorMod(value.hashCode(), SHARDS), new ProducerRecord<>("alerts", bytes, bytes));
    }

    /** With records that come while it is made; it may be given up, and be complete unheard of. */
    private void checkpoint() throws Exception {
      Checkpoint begun = step.begin();
      List<String> toComeThen = List.copyOf(toCome);
      for (int more = random.nextInt(3); more > 0 && !toCome.isEmpty(); more--) {
        take();
      }
      int end = random.nextInt(4);
      if (end > 0) {
        complete = begun;
        completeToCome = toComeThen;
      }
      if (end > 1) {
        begun.complete();
      }
    }

    /** The former step may be told of its end or not. */
    private void restart() {
      failures++;
      if (random.nextBoolean()) {
        step.close();
      }
      step = newStep(complete);
      toCome = new ArrayList<>(completeToCome);
      Collections.shuffle(toCome, random);
    }
  }
}
