package weir.oracle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.record.MemoryRecords;
import org.apache.kafka.common.record.SimpleRecord;
import org.jspecify.annotations.Nullable;
import weir.form.TransactionJson;
import weir.model.LogPosition;
import weir.model.LogRecord;
import weir.model.MalformedTransactionException;
import weir.model.Payload;
import weir.model.Transaction;

/**
 * Makes records for places in a log from the records that are there. The new records have no
 * offsets yet.
 */
record Brew(List<LogRecord> log) {
  /** The largest record that a topic with Kafka's default limit takes. */
  private static final int TOPIC_LIMIT = 1_048_588;

  /** The record at this place, with another log time. */
  LogRecord as(int place, long time) {
    LogRecord record = log.get(place);
    Payload value = record.value();
    return at(place, time, key(place), value == null ? null : value.bytes());
  }

  LogRecord now(int place, byte @Nullable [] key, byte @Nullable [] value) {
    return at(place, log.get(place).position().time(), key, value);
  }

  LogRecord at(int place, long time, byte @Nullable [] key, byte @Nullable [] value) {
    return new LogRecord(
        new LogPosition(log.get(place).position().partition(), 0, time),
        key == null ? null : new Payload(key),
        value == null ? null : new Payload(value));
  }

  byte @Nullable [] key(int place) {
    Payload key = log.get(place).key();
    return key == null ? null : key.bytes();
  }

  /** A transaction that an unknown field makes as large as a topic takes. */
  LogRecord giant(int place, Transaction tx) {
    byte[] key = key(place);
    String begin = "{\"ignored\":\"";
    String end = "\"," + new String(json(tx), UTF_8).substring(1);
    byte[] filling = filled(largest(place, key) - bytes(begin).length - bytes(end).length);
    return now(place, key, join(bytes(begin), filling, bytes(end)));
  }

  /**
   * How large the value may be; without a key, how large a key may be in a record without a value.
   */
  int largest(int place, byte @Nullable [] key) {
    long time = log.get(place).position().time();
    byte[] some = new byte[1_000_000];
    SimpleRecord record =
        key == null ? new SimpleRecord(time, some, null) : new SimpleRecord(time, key, some);
    int size = MemoryRecords.withRecords(Compression.NONE, record).sizeInBytes();
    return some.length + TOPIC_LIMIT - size;
  }

  Transaction renamed(int place) {
    Transaction tx = transaction(place);
    return changed(tx, tx.id() + "-poison", tx.amountMinor());
  }

  Transaction contradicted(int place) {
    Transaction tx = transaction(place);
    return changed(tx, tx.id(), tx.amountMinor() + 1);
  }

  private static Transaction changed(Transaction tx, String id, long amount) {
    return new Transaction(
        id,
        tx.userId(),
        amount,
        tx.currency(),
        tx.time(),
        tx.merchantId(),
        tx.category(),
        tx.paymentMethod(),
        tx.city(),
        tx.country(),
        tx.latitude(),
        tx.longitude(),
        tx.deviceId(),
        tx.declared());
  }

  private Transaction transaction(int place) {
    return Objects.requireNonNull(parse(place));
  }

  @Nullable Transaction parse(int place) {
    Payload value = log.get(place).value();
    try {
      return value == null ? null : TransactionJson.parse(value.bytes());
    } catch (MalformedTransactionException none) {
      return null;
    }
  }

  static byte[] manyNames(Transaction tx) {
    StringBuilder names = new StringBuilder("{");
    for (int i = 0; i < 30_000; i++) {
      names.append('"').append(Integer.toString(i, 36)).append("\":{},");
    }
    return join(bytes(names.toString()), bytes(new String(json(tx), UTF_8).substring(1)));
  }

  static byte[] json(Transaction tx) {
    return TransactionJson.write(tx);
  }

  static byte[] filled(int size) {
    byte[] bytes = new byte[size];
    Arrays.fill(bytes, (byte) 'x');
    return bytes;
  }

  static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  static byte[] join(byte[]... parts) {
    int size = Arrays.stream(parts).mapToInt(part -> part.length).sum();
    byte[] all = new byte[size];
    int at = 0;
    for (byte[] part : parts) {
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length;
    }
    return all;
  }
}
