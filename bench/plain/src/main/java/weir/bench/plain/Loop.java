package weir.bench.plain;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import weir.bench.twin.AnswerTopics;
import weir.bench.twin.HandJudge;
import weir.bench.twin.TwinOptions;
import weir.bench.twin.UserMemory;
import weir.judge.Acceptance;
import weir.model.Accepted;
import weir.model.Examined;
import weir.model.Judgement;
import weir.model.LogPosition;

/** Judges the records of some partitions, one after the other, until something fails. */
final class Loop implements Runnable {
  private static final Duration PATIENCE = Duration.ofMillis(100);

  private final TwinOptions options;
  private final List<TopicPartition> partitions;
  private final AnswerTopics answers;
  private final Producer<byte[], byte[]> producer;
  private final Consumer<Judgement> says;
  private final Queue<Exception> failures;
  private final Acceptance acceptance;
  private final HandJudge judge;
  private final Map<String, UserMemory> users = new HashMap<>();

  Loop(
      TwinOptions options,
      List<TopicPartition> partitions,
      Producer<byte[], byte[]> producer,
      Queue<Exception> failures) {
    this.options = options;
    this.partitions = partitions;
    this.failures = failures;
    this.acceptance = Acceptance.of(options.book());
    this.judge = new HandJudge(options.book());
    this.answers = options.answers("PlainLoop");
    this.producer = producer;
    this.says = this::say;
  }

  @SuppressWarnings("FutureReturnValueIgnored") // The callback gets every failure.
  private void say(Judgement judgement) {
    producer.send(answers.record(judgement), (sent, failed) -> note(failed));
  }

  private void note(@Nullable Exception failed) {
    if (failed != null) {
      failures.add(failed);
    }
  }

  @Override
  public void run() {
    try (KafkaConsumer<byte[], byte[]> log =
        new KafkaConsumer<>(
            options.consumers(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      log.assign(partitions);
      log.seekToBeginning(partitions);
      while (failures.isEmpty()) {
        for (ConsumerRecord<byte[], byte[]> record : log.poll(PATIENCE)) {
          judge(record);
        }
      }
    } catch (RuntimeException failed) {
      failures.add(failed);
    }
  }

  private void judge(ConsumerRecord<byte[], byte[]> record) {
    LogPosition position = new LogPosition(record.partition(), record.offset(), record.timestamp());
    Examined examined = acceptance.examine(record.value(), position);
    examined.match(this::judge, says::accept);
  }

  private void judge(Accepted accepted) {
    UserMemory user =
        users.computeIfAbsent(accepted.transaction().userId(), id -> UserMemory.empty());
    judge.judge(user, accepted, says);
  }
}
