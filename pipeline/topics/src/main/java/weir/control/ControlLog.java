package weir.control;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import weir.model.LogPosition;
import weir.model.LogRecord;
import weir.model.Payload;
import weir.model.RejectReason;
import weir.model.Rejected;
import weir.notice.Books;
import weir.notice.IllegalNoticeException;

/** Reads a control topic from its beginning, further each time it is asked. */
public final class ControlLog implements AutoCloseable {
  private static final Duration POLL = Duration.ofMillis(100);
  private static final int ANSWER_MILLIS = 5000;

  private final Consumer<byte[], byte[]> consumer;
  private final TopicPartition partition;
  private Books books = Books.none();
  private int refusedInAll;

  private ControlLog(Consumer<byte[], byte[]> consumer, String topic) {
    this.consumer = consumer;
    this.partition = new TopicPartition(topic, 0);
    consumer.assign(List.of(partition));
    consumer.seekToBeginning(List.of(partition));
  }

  /**
   * What was read.
   *
   * @param books as they are now
   * @param records those that were read this time, whatever they are
   * @param refused the records that were no notices, of those that were read this time
   * @param refusedInAll how many such records there are up to the end
   * @param end the first offset that was not read
   */
  public record Heard(
      Books books, List<LogRecord> records, List<Rejected> refused, int refusedInAll, long end) {}

  /**
   * Opens a topic.
   *
   * @param client what all clients of the cluster need
   */
  public static ControlLog open(Map<String, Object> client, String topic) {
    Map<String, Object> config = new HashMap<>(client);
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    config.put(ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_MILLIS);
    config.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_MILLIS);
    return new ControlLog(
        new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer()),
        topic);
  }

  /** Reads on to where the topic ends now. */
  public Heard readToEnd() {
    return readTo(Objects.requireNonNull(consumer.endOffsets(List.of(partition)).get(partition)));
  }

  /** Reads on to an offset. */
  public Heard readTo(long end) {
    List<LogRecord> taken = new ArrayList<>();
    List<Rejected> refused = new ArrayList<>();
    long patience = System.nanoTime() + Duration.ofMillis(ANSWER_MILLIS).toNanos();
    while (consumer.position(partition) < end) {
      List<ConsumerRecord<byte[], byte[]>> records = consumer.poll(POLL).records(partition);
      for (ConsumerRecord<byte[], byte[]> record : records) {
        if (record.offset() >= end) {
          consumer.seek(partition, record.offset());
          break;
        }
        taken.add(take(record, refused));
      }
      if (!records.isEmpty()) {
        patience = System.nanoTime() + Duration.ofMillis(ANSWER_MILLIS).toNanos();
      } else if (System.nanoTime() - patience > 0) {
        throw new TimeoutException("no record of " + partition + " came");
      }
    }
    refusedInAll += refused.size();
    return new Heard(books, taken, refused, refusedInAll, consumer.position(partition));
  }

  private LogRecord take(ConsumerRecord<byte[], byte[]> record, List<Rejected> refused) {
    byte[] value = record.value();
    LogPosition position = new LogPosition(0, record.offset(), record.timestamp());
    Payload payload = value == null ? null : new Payload(value);
    LogRecord taken = new LogRecord(position, null, payload);
    try {
      books = books.with(taken);
    } catch (IllegalNoticeException wrong) {
      refused.add(
          new Rejected(
              RejectReason.ILLEGAL_NOTICE,
              wrong.excerpt(),
              position,
              payload == null ? new Payload(new byte[0]) : payload));
    }
    return taken;
  }

  @Override
  public void close() {
    consumer.close(Duration.ZERO);
  }
}
