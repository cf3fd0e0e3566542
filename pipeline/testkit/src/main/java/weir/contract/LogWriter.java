package weir.contract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import weir.model.LogPosition;
import weir.model.LogRecord;
import weir.model.Payload;

/** Writes a made-up log to Kafka: each record to its partition, with its log time. */
public final class LogWriter {
  private static final int ODD_HEADERS = 97;
  private static final int LARGE = 1_000_000;

  private LogWriter() {}

  public static void write(Map<String, Object> client, String topic, List<LogRecord> log) {
    Map<String, Object> config = new HashMap<>(client);
    config.put("key.serializer", ByteArraySerializer.class);
    config.put("value.serializer", ByteArraySerializer.class);
    // The broker limits the size of records, not the client.
    config.put("max.request.size", 1 << 24);
    try (KafkaProducer<byte[], byte[]> kafka = new KafkaProducer<>(config)) {
      Map<LogRecord, Future<RecordMetadata>> sent = new HashMap<>();
      for (LogRecord each : log) {
        sent.put(each, kafka.send(record(topic, each)));
      }
      for (Map.Entry<LogRecord, Future<RecordMetadata>> each : sent.entrySet()) {
        long offset = each.getValue().get().offset();
        if (offset != each.getKey().position().offset()) {
          throw new IllegalStateException("the log was to be written once and in order");
        }
      }
    } catch (ExecutionException failed) {
      throw new IllegalStateException("the log cannot be written", failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while writing the log", stopped);
    }
  }

  /** A record of the log as it is sent. */
  public static ProducerRecord<byte[], byte[]> record(String topic, LogRecord record) {
    Payload key = record.key();
    Payload value = record.value();
    return new Stamped(
        topic,
        record.position(),
        key == null ? null : key.bytes(),
        value == null ? null : value.bytes());
  }

  /**
   * A record that may have no time, which is -1. Kafka's own class refuses that; brokers accept it.
   */
  private static final class Stamped extends ProducerRecord<byte[], byte[]> {
    private final long time;

    Stamped(String topic, LogPosition position, byte @Nullable [] key, byte @Nullable [] value) {
      super(
          topic,
          position.partition(),
          0L,
          key,
          value,
          odd(position.offset(), size(key) + size(value)));
      this.time = position.time();
    }

    @Override
    public Long timestamp() {
      return time;
    }
  }

  private static int size(byte @Nullable [] bytes) {
    return bytes == null ? 0 : bytes.length;
  }

  /**
   * Headers that a job must ignore. Most records have none, a few have odd ones, one has very many.
   * One that is as large as a topic takes has no room for any.
   */
  private static List<Header> odd(long offset, int size) {
    if (offset % ODD_HEADERS != 1 || size > LARGE) {
      return List.of();
    }
    int many = offset == 1 ? 10_000 : 1;
    List<Header> headers = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      headers.add(new RecordHeader("", (byte[]) null));
      headers.add(new RecordHeader("weir-seen", new byte[] {-1, (byte) i}));
    }
    return headers;
  }
}
