package weir.exactly;

import java.util.List;
import org.apache.beam.sdk.values.KV;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * What a living step knows of a shard; the engine's state and Kafka hold the rest. The first of its
 * records are written; the next are in a complete checkpoint and may be written; the last are only
 * numbered.
 */
final class Shard implements AutoCloseable {
  private final ShardWriter writer;
  private Mark numbered;
  private long safe;
  private long written = Mark.NONE.last();
  private boolean looking;

  /** A shard as a checkpoint had it, so that all that has a number is safe. */
  Shard(ShardWriter writer, Mark numbered) {
    this.writer = writer;
    this.numbered = numbered;
    this.safe = numbered.last();
  }

  /** Gives the next number. */
  long number() {
    numbered = numbered.next();
    return numbered.last();
  }

  Mark numbered() {
    return numbered;
  }

  /** All records up to this number are in a complete checkpoint. */
  void isSafe(long number) {
    safe = Math.max(safe, number);
  }

  boolean isSafeNow(KV<Long, ProducerRecord<byte[], byte[]>> record) {
    return record.getKey() <= safe;
  }

  boolean hasWaiting() {
    return written < numbered.last();
  }

  boolean hasDue() {
    return written < safe;
  }

  /** Writes all that wait and are safe. */
  void write(List<KV<Long, ProducerRecord<byte[], byte[]>>> due) {
    writer.write(numbered.run(), due);
    written = safe;
  }

  /** Whether somebody must be asked to look after the shard in a while; says so once. */
  boolean lookLater() {
    boolean first = !looking && hasWaiting();
    looking |= first;
    return first;
  }

  /** Somebody looks after it. */
  void look() {
    looking = false;
  }

  @Override
  public void close() {
    writer.close();
  }
}
