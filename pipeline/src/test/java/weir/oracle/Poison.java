package weir.oracle;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.record.MemoryRecords;
import org.apache.kafka.common.record.SimpleRecord;
import org.jspecify.annotations.Nullable;
import weir.model.LogPosition;
import weir.model.LogRecord;
import weir.model.MalformedTransactionException;
import weir.model.Payload;
import weir.model.Transaction;
import weir.model.TransactionJson;

/**
 * Records by which a careless or a hostile sender could end a job: by their size, their log time or
 * their key. Each stands between records that are as they were; never more than three are together.
 */
public final class Poison {
  /** What a topic takes that has Kafka's usual limit. */
  private static final int TOPIC_LIMIT = 1_048_588;

  private static final int HALF_A_MEGABYTE = 524_288;
  private static final long YEAR_5000 = 95_617_584_000_000L;
  private static final long END_OF_9999 = 253_402_300_799_999L;

  /** What a sender writes who has a clock in seconds. */
  private static final long SECONDS = 1_772_323_200;

  private final List<LogRecord> log;
  private final TreeMap<Integer, List<LogRecord>> before = new TreeMap<>();

  private Poison(List<LogRecord> log) {
    this.log = log;
  }

  /** A log with all of it, given in the order of each of its partitions. */
  public static List<LogRecord> in(List<LogRecord> log) {
    Poison poison = new Poison(log);
    poison.first();
    poison.amongThem();
    poison.last();
    return poison.mixed();
  }

  /** What a partition begins with. */
  private void first() {
    put(firstOf(0), as(firstOf(0), Long.MAX_VALUE));
    put(firstOf(0), as(firstOf(0), -1));
    put(firstOf(1), as(firstOf(1), YEAR_5000));
    put(firstOf(3), as(firstOf(3), SECONDS));
  }

  private void amongThem() {
    int place = log.size() / 100;
    for (long time : List.of(Long.MAX_VALUE, -1L, END_OF_9999 + 1, END_OF_9999, 0L, SECONDS)) {
      place = next(place);
      put(place, as(place, time));
      put(place, at(place, time, key(place), null));
    }
    // Sent twice, as senders do who are not sure.
    place = next(place);
    put(place, as(place, YEAR_5000));
    put(place, as(place, YEAR_5000));
    place = next(place);
    put(place, at(place, YEAR_5000, key(place), bytes("not json")));
    for (int size : List.of(HALF_A_MEGABYTE - 1, HALF_A_MEGABYTE, HALF_A_MEGABYTE + 1)) {
      place = next(place);
      put(place, now(place, key(place), filled(size)));
    }
    place = next(place);
    put(place, now(place, key(place), filled(largest(place, key(place)))));
    put(place, at(place, -1, key(place), filled(HALF_A_MEGABYTE + 7)));
    place = next(place);
    put(place, giant(place, renamed(place)));
    put(place + 1, giant(place, contradicted(place)));
    place = next(place);
    put(place, now(place, filled(HALF_A_MEGABYTE), json(renamed(place))));
    put(place, now(place, filled(largest(place, null)), null));
    for (byte[] key : Arrays.asList(null, new byte[0], new byte[] {-1, 0, -19, -96, -128})) {
      place = next(place);
      put(place, now(place, key, json(renamed(place))));
    }
    place = next(place);
    put(place, now(place, key(place), join(bytes("\uFEFF"), json(renamed(place)))));
    put(place, now(place, key(place), new String(json(renamed(place)), UTF_8).getBytes(UTF_16)));
    place = next(place);
    put(place, now(place, key(place), manyNames(renamed(place))));
    for (String character : List.of("\u0001", "\u7528", "\ud83d\ude00")) {
      place = next(place);
      for (LargeTransactions.Numbered each : LargeTransactions.of(character)) {
        Transaction tx = each.at(log.get(place).position().time());
        put(place, now(place, bytes(tx.userId()), json(tx)));
      }
    }
  }

  /** What a partition ends with, for now or for good. */
  private void last() {
    before
        .computeIfAbsent(log.size(), end -> new ArrayList<>())
        .addAll(
            List.of(
                as(lastOf(0), YEAR_5000),
                as(lastOf(1), Long.MAX_VALUE),
                as(lastOf(2), -1),
                as(lastOf(3), SECONDS)));
  }

  /** Some way on, at a record that is a transaction. */
  private int next(int place) {
    int next = place + log.size() / 50;
    while (parse(next) == null) {
      next++;
    }
    return next;
  }

  private void put(int place, LogRecord record) {
    before.computeIfAbsent(place, key -> new ArrayList<>()).add(record);
  }

  private int firstOf(int partition) {
    int place = 0;
    while (log.get(place).position().partition() != partition) {
      place++;
    }
    return place;
  }

  private int lastOf(int partition) {
    int place = log.size() - 1;
    while (log.get(place).position().partition() != partition) {
      place--;
    }
    return place;
  }

  /** The record that stands there, at another log time. */
  private LogRecord as(int place, long time) {
    LogRecord record = log.get(place);
    Payload value = record.value();
    return at(place, time, key(place), value == null ? null : value.bytes());
  }

  private LogRecord now(int place, byte @Nullable [] key, byte @Nullable [] value) {
    return at(place, log.get(place).position().time(), key, value);
  }

  private LogRecord at(int place, long time, byte @Nullable [] key, byte @Nullable [] value) {
    return new LogRecord(
        new LogPosition(log.get(place).position().partition(), 0, time),
        key == null ? null : new Payload(key),
        value == null ? null : new Payload(value));
  }

  private byte @Nullable [] key(int place) {
    Payload key = log.get(place).key();
    return key == null ? null : key.bytes();
  }

  /** A transaction with a field that nobody knows, by which it is as large as a topic takes. */
  private LogRecord giant(int place, Transaction tx) {
    byte[] key = key(place);
    String begin = "{\"ignored\":\"";
    String end = "\"," + new String(json(tx), UTF_8).substring(1);
    byte[] filling = filled(largest(place, key) - bytes(begin).length - bytes(end).length);
    return now(place, key, join(bytes(begin), filling, bytes(end)));
  }

  /** How large the value, or the key if there is none, may be. */
  private int largest(int place, byte @Nullable [] key) {
    long time = log.get(place).position().time();
    byte[] some = new byte[1_000_000];
    SimpleRecord record =
        key == null ? new SimpleRecord(time, some, null) : new SimpleRecord(time, key, some);
    int size = MemoryRecords.withRecords(Compression.NONE, record).sizeInBytes();
    return some.length + TOPIC_LIMIT - size;
  }

  private Transaction renamed(int place) {
    Transaction tx = transaction(place);
    return changed(tx, tx.id() + "-poison", tx.amountMinor());
  }

  private Transaction contradicted(int place) {
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
        tx.deviceId());
  }

  private Transaction transaction(int place) {
    return Objects.requireNonNull(parse(place));
  }

  private @Nullable Transaction parse(int place) {
    Payload value = log.get(place).value();
    try {
      return value == null ? null : TransactionJson.parse(value.bytes());
    } catch (MalformedTransactionException none) {
      return null;
    }
  }

  private static byte[] manyNames(Transaction tx) {
    StringBuilder names = new StringBuilder("{");
    for (int i = 0; i < 30_000; i++) {
      names.append('"').append(Integer.toString(i, 36)).append("\":{},");
    }
    return join(bytes(names.toString()), bytes(new String(json(tx), UTF_8).substring(1)));
  }

  private static byte[] json(Transaction tx) {
    return TransactionJson.write(tx);
  }

  private static byte[] filled(int size) {
    byte[] bytes = new byte[size];
    Arrays.fill(bytes, (byte) 'x');
    return bytes;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private static byte[] join(byte[]... parts) {
    int size = Arrays.stream(parts).mapToInt(part -> part.length).sum();
    byte[] all = new byte[size];
    int at = 0;
    for (byte[] part : parts) {
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length;
    }
    return all;
  }

  private List<LogRecord> mixed() {
    List<LogRecord> all = new ArrayList<>();
    Map<Integer, Long> ends = new HashMap<>();
    for (int place = 0; place <= log.size(); place++) {
      for (LogRecord each : before.getOrDefault(place, List.of())) {
        add(each, all, ends);
      }
      if (place < log.size()) {
        add(log.get(place), all, ends);
      }
    }
    return all;
  }

  private static void add(LogRecord record, List<LogRecord> all, Map<Integer, Long> ends) {
    LogPosition at = record.position();
    long offset = ends.merge(at.partition(), 1L, Long::sum) - 1;
    LogPosition moved = new LogPosition(at.partition(), offset, at.time());
    all.add(new LogRecord(moved, record.key(), record.value()));
  }
}
