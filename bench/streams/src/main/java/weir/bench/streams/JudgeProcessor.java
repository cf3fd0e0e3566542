package weir.bench.streams;

import java.util.Objects;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;
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

/**
 * Examines and judges the records of a partition, and forwards each answer to its topic's sink. A
 * store keeps bytes, so every arrival decodes and encodes everything that is known of its user,
 * which takes more time than all the rest. If state need not be saved, users are in a map instead.
 */
final class JudgeProcessor implements Processor<byte[], byte[], byte[], byte[]> {
  static final String USERS = "users";

  private final Acceptance acceptance;
  private final HandJudge judge;
  private final AnswerTopics answers;
  private final Consumer<Judgement> says = this::say;
  private final boolean stored;
  private @Nullable ProcessorContext<byte[], byte[]> context;
  private Function<String, @Nullable UserMemory> known;
  private BiConsumer<String, UserMemory> keep;

  /**
   * A processor.
   *
   * @param heap where users are if state is not saved; shared by all processors, because a task may
   *     move from one thread to another
   */
  JudgeProcessor(TwinOptions options, ConcurrentMap<String, UserMemory> heap) {
    this.acceptance = Acceptance.of(options.book());
    this.judge = new HandJudge(options.book());
    this.answers = options.answers("OnKafkaStreams");
    this.stored = options.savesState();
    this.known = heap::get;
    this.keep = heap::put;
  }

  @Override
  public void init(ProcessorContext<byte[], byte[]> context) {
    this.context = context;
    if (stored) {
      KeyValueStore<String, UserMemory> users = context.getStateStore(USERS);
      this.known = users::get;
      this.keep = users::put;
    }
  }

  @Override
  public void process(Record<byte[], byte[]> record) {
    RecordMetadata from = Objects.requireNonNull(context).recordMetadata().orElseThrow();
    LogPosition position = new LogPosition(from.partition(), from.offset(), record.timestamp());
    Examined examined = acceptance.examine(record.value(), position);
    examined.match(this::judge, this::say);
  }

  private void judge(Accepted received) {
    String user = received.transaction().userId();
    UserMemory before = known.apply(user);
    UserMemory memory = before == null ? UserMemory.empty() : before;
    if (judge.judge(memory, received, says)) {
      keep.accept(user, memory);
    }
  }

  private void say(Judgement judgement) {
    ProducerRecord<byte[], byte[]> answer = answers.record(judgement);
    Objects.requireNonNull(context)
        .forward(
            new Record<>(
                answer.key(), answer.value(), System.currentTimeMillis(), answer.headers()),
            answer.topic());
  }
}
