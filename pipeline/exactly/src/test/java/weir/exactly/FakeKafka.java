package weir.exactly;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * What Kafka does with transactions, in memory: it has all of one or nothing, a producer ends the
 * one that had its name before, and what that one was committing is committed first.
 */
final class FakeKafka {
  /** When a commit fails. */
  enum Failure {
    NEVER,
    /** Nothing of the transaction will be there. */
    BEFORE,
    /** It will be there when somebody asks Kafka to end what is under way. */
    MEANWHILE,
    /** All of it is there. */
    AFTER
  }

  private final List<List<String>> committed = new ArrayList<>();
  private final Map<String, String> marks = new HashMap<>();
  private final Map<String, FakeProducer> producers = new HashMap<>();
  private Failure next = Failure.NEVER;

  /** The values of each transaction. */
  List<List<String>> committed() {
    return List.copyOf(committed);
  }

  List<String> values() {
    return committed.stream().flatMap(List::stream).toList();
  }

  /** Where the group of a shard stands. */
  Mark mark(String group) {
    String text = marks.get(group);
    return text == null ? Mark.NONE : Mark.parse(text);
  }

  /** Names that were ever used for transactions. */
  List<String> ids() {
    return producers.keySet().stream().sorted().toList();
  }

  boolean allAreClosed() {
    return producers.values().stream().allMatch(MockProducer::closed);
  }

  /** The next commit fails, and only that one. */
  void failOnce(Failure when) {
    next = when;
  }

  Transactions of(TransactionSettings settings) {
    return new Client(this, settings);
  }

  private record Client(FakeKafka kafka, TransactionSettings settings) implements Transactions {
    private static final long serialVersionUID = 1L;

    @Override
    public Producer<byte[], byte[]> producer(int shard) {
      Object id = settings.forProducer(shard).get(ProducerConfig.TRANSACTIONAL_ID_CONFIG);
      return new FakeProducer(kafka, String.valueOf(id));
    }

    @Override
    public Mark written(int shard) {
      return kafka.mark(settings.id(shard));
    }
  }

  private static final class FakeProducer extends MockProducer<byte[], byte[]> {
    private final FakeKafka kafka;
    private final String id;
    private final List<String> open = new ArrayList<>();
    private final Map<String, String> openMarks = new HashMap<>();
    private boolean committing;

    FakeProducer(FakeKafka kafka, String id) {
      super(/* autoComplete= */ true, new ByteArraySerializer(), new ByteArraySerializer());
      this.kafka = kafka;
      this.id = id;
    }

    @Override
    public void initTransactions() {
      super.initTransactions();
      FakeProducer former = kafka.producers.put(id, this);
      if (former != null) {
        if (former.committing) {
          former.apply();
        }
        if (!former.closed()) {
          former.fenceProducer();
        }
      }
    }

    @Override
    public void beginTransaction() {
      super.beginTransaction();
      open.clear();
      openMarks.clear();
    }

    @Override
    public synchronized Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record) {
      Future<RecordMetadata> sent = super.send(record);
      open.add(new String(record.value(), StandardCharsets.UTF_8));
      return sent;
    }

    @Override
    public void sendOffsetsToTransaction(
        Map<TopicPartition, OffsetAndMetadata> offsets, ConsumerGroupMetadata group) {
      super.sendOffsetsToTransaction(offsets, group);
      offsets.values().forEach(each -> openMarks.put(group.groupId(), each.metadata()));
    }

    @Override
    public void commitTransaction() {
      Failure when = kafka.next;
      kafka.next = Failure.NEVER;
      if (when == Failure.BEFORE) {
        throw new KafkaException("cannot commit");
      }
      super.commitTransaction();
      committing = true;
      if (when == Failure.MEANWHILE) {
        throw new KafkaException("no answer");
      }
      apply();
      if (when == Failure.AFTER) {
        throw new KafkaException("no answer");
      }
    }

    private void apply() {
      committing = false;
      kafka.committed.add(List.copyOf(open));
      kafka.marks.putAll(openMarks);
    }
  }
}
