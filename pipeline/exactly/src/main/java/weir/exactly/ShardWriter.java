package weir.exactly;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.values.KV;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the numbered records of a shard, each once. Every transaction holds records and, as the
 * metadata of an offset, the number of the last of them, so that Kafka has both or neither.
 */
final class ShardWriter implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ShardWriter.class);

  /**
   * Keeps a transaction short, so that a long backlog cannot exceed Kafka's transaction timeout.
   */
  private static final int MOST = 10_000;

  private static final long MOST_BYTES = 32 << 20;

  private static final Duration TO_CLOSE = Duration.ofSeconds(5);

  private final TransactionSettings settings;
  private final String id;
  private final Producer<byte[], byte[]> producer;
  private Mark written;

  private ShardWriter(
      TransactionSettings settings, String id, Producer<byte[], byte[]> producer, Mark written) {
    this.settings = settings;
    this.id = id;
    this.producer = producer;
    this.written = written;
  }

  /** Aborts what a former writer of this shard left open, and fences that writer. */
  static ShardWriter open(TransactionSettings settings, int shard, Transactions transactions) {
    Producer<byte[], byte[]> producer = transactions.producer(shard);
    try {
      // First, because it may yet commit what a former writer was committing.
      producer.initTransactions();
      Mark written = transactions.written(shard);
      LOG.info("{} goes on after {}", settings.id(shard), written);
      return new ShardWriter(settings, settings.id(shard), producer, written);
    } catch (RuntimeException failed) {
      producer.close(Duration.ZERO);
      throw settings.told(failed);
    }
  }

  /** The last number that Kafka knows. */
  Mark written() {
    return written;
  }

  /**
   * Writes those that are not written yet.
   *
   * @param records with their numbers, which this run gave them
   */
  void write(String run, List<KV<Long, ProducerRecord<byte[], byte[]>>> records) {
    long last = written.run().equals(run) ? written.last() : Mark.NONE.last();
    List<KV<Long, ProducerRecord<byte[], byte[]>>> left =
        records.stream().filter(record -> record.getKey() > last).toList();
    if (left.size() < records.size()) {
      LOG.info("{} has written {} records before", id, records.size() - left.size());
    }
    checkNoneIsMissing(run, left);
    try {
      int from = 0;
      while (from < left.size()) {
        int to = end(left, from);
        commit(run, left.subList(from, to));
        from = to;
      }
    } catch (KafkaException failed) {
      throw settings.told(failed);
    }
  }

  /** Where the transaction ends that begins there. */
  private static int end(List<KV<Long, ProducerRecord<byte[], byte[]>>> records, int from) {
    long bytes = 0;
    int to = from;
    while (to < records.size() && to - from < MOST && bytes < MOST_BYTES) {
      bytes += records.get(to).getValue().value().length;
      to++;
    }
    return to;
  }

  private void checkNoneIsMissing(
      String run, List<KV<Long, ProducerRecord<byte[], byte[]>>> records) {
    if (records.isEmpty()) {
      return;
    }
    // Kafka may have forgotten this run, or heard of another since: then any number can be next.
    long next = written.run().equals(run) ? written.last() + 1 : records.get(0).getKey();
    for (KV<Long, ProducerRecord<byte[], byte[]>> each : records) {
      if (each.getKey() != next) {
        throw new IllegalStateException(
            id + ": expected record " + next + " of run " + run + ", found " + each.getKey());
      }
      next++;
    }
  }

  @SuppressWarnings("FutureReturnValueIgnored") // To commit fails if one of them failed.
  private void commit(String run, List<KV<Long, ProducerRecord<byte[], byte[]>>> records) {
    Mark mark = new Mark(run, records.get(records.size() - 1).getKey());
    producer.beginTransaction();
    records.forEach(record -> producer.send(record.getValue()));
    // A producer that meanwhile learns of its successor would wait for its offsets in vain.
    producer.flush();
    producer.sendOffsetsToTransaction(
        Map.of(settings.place(), new OffsetAndMetadata(0, mark.text())),
        new ConsumerGroupMetadata(id));
    producer.commitTransaction();
    written = mark;
  }

  /** Aborts what is not committed. */
  @Override
  public void close() {
    producer.close(TO_CLOSE);
  }
}
