package weir.lake;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Blob;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import weir.failure.MisuseException;
import weir.failure.UnavailableException;
import weir.log.duck.Duck;

/** Makes the log again from the lake: the same partitions, the same bytes, the same times. */
final class Replay {
  static final String LOG_TIME = "weir-log-time";

  /** The bytes of the largest record. */
  private static final String LARGEST =
      "max(coalesce(octet_length(key), 0) + coalesce(octet_length(value), 0))";

  /** What Kafka and the header add to a record, and some more. */
  private static final int AROUND_A_RECORD = 256;

  /** Kafka's own defaults. */
  private static final int USUAL_REQUEST = 1024 * 1024;

  private static final long USUAL_MEMORY = 32L * 1024 * 1024;

  /**
   * Of a record whose log time was none the lake says -1, which clients of Kafka refuse to send.
   * This is none either.
   */
  private static final long NO_TIME = Long.MAX_VALUE;

  private Replay() {}

  /** Sends the records of a topic of the lake; of the only one if it is not told which. */
  static void run(String folder, @Nullable String from, Destination to, PrintStream out) {
    try (Lake lake = Lake.open(folder)) {
      String topic = "'" + topic(lake, from).replace("'", "''") + "'";
      String records = " from bronze where topic = " + topic;
      int largest = number(lake, LARGEST + records) + AROUND_A_RECORD;
      to.prepare(number(lake, "max(log_partition) + 1" + records), largest);
      tellGaps(lake, records, out);
      long sent = send(lake, records, to, largest);
      out.printf("%,d records sent to %s%n", sent, to.topic());
    } catch (SQLException failed) {
      throw new UnavailableException(Duck.sentence(failed), failed);
    }
  }

  private static int number(Lake lake, String query) throws SQLException {
    return Integer.parseInt(lake.texts("select " + query).get(0));
  }

  private static String topic(Lake lake, @Nullable String from) throws SQLException {
    List<String> topics = lake.texts("select distinct topic from bronze_raw order by topic");
    if (topics.isEmpty()) {
      throw new UnavailableException("no records in the lake");
    }
    if (from == null && topics.size() > 1) {
      throw new MisuseException(
          "several topics in the lake, tell one by --from-topic: " + topics, null);
    }
    if (from != null && !topics.contains(from)) {
      throw new MisuseException("no topic '" + from + "' in the lake, but: " + topics, null);
    }
    return from == null ? topics.get(0) : from;
  }

  /** Offsets may rightly miss in a log; after a gap the new ones are other than the old. */
  private static void tellGaps(Lake lake, String records, PrintStream out) throws SQLException {
    lake.query(
        "select log_partition, max(log_offset) + 1 - count(*) as missing"
            + records
            + " group by 1 having missing > 0 order by 1",
        row -> {
          while (row.next()) {
            out.printf(
                "partition %d: %,d offsets are not in the lake, records after them move up%n",
                row.getInt(1), row.getLong(2));
          }
        });
  }

  @SuppressWarnings("FutureReturnValueIgnored") // The callback is told what the future would be.
  private static long send(Lake lake, String records, Destination to, int largest)
      throws SQLException {
    Map<String, Object> config = new HashMap<>(to.client());
    config.put("key.serializer", ByteArraySerializer.class);
    config.put("value.serializer", ByteArraySerializer.class);
    config.put("enable.idempotence", true);
    config.put("acks", "all");
    config.put("max.request.size", Math.max(USUAL_REQUEST, largest));
    config.put("buffer.memory", Math.max(USUAL_MEMORY, 2L * largest));
    config.putIfAbsent("linger.ms", 20);
    AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    long[] sent = {0};
    try (KafkaProducer<byte[], byte[]> kafka = new KafkaProducer<>(config)) {
      lake.query(
          "select log_partition, epoch_ms(log_time), key, value"
              + records
              + " order by log_partition, log_offset",
          row -> {
            while (row.next() && failure.get() == null) {
              kafka.send(
                  record(row, to.topic()), (told, failed) -> failure.compareAndSet(null, failed));
              sent[0]++;
            }
          });
      kafka.flush();
    } catch (KafkaException failed) {
      failure.compareAndSet(null, failed);
    }
    Exception failed = failure.get();
    if (failed != null) {
      throw new UnavailableException("Kafka does not take it: " + failed.getMessage(), failed);
    }
    return sent[0];
  }

  private static ProducerRecord<byte[], byte[]> record(ResultSet row, String topic)
      throws SQLException {
    long time = row.getLong(2);
    Header logTime =
        new RecordHeader(LOG_TIME, Long.toString(time).getBytes(StandardCharsets.UTF_8));
    return new ProducerRecord<>(
        topic,
        row.getInt(1),
        time < 0 ? NO_TIME : time,
        bytes(row.getBlob(3)),
        bytes(row.getBlob(4)),
        List.of(logTime));
  }

  private static byte @Nullable [] bytes(@Nullable Blob blob) throws SQLException {
    return blob == null ? null : blob.getBytes(1, (int) blob.length());
  }
}
