package weir.exactly;

import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsOptions;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Transactions of a real Kafka. */
record KafkaTransactions(TransactionSettings settings) implements Transactions {
  private static final long serialVersionUID = 1L;

  @Override
  public Producer<byte[], byte[]> producer(int shard) {
    return new KafkaProducer<>(
        settings.forProducer(shard), new ByteArraySerializer(), new ByteArraySerializer());
  }

  @Override
  public Mark written(int shard) {
    // A transaction that was just committed may not have reached the offsets yet.
    ListConsumerGroupOffsetsOptions stable =
        new ListConsumerGroupOffsetsOptions().requireStable(true);
    try (Admin admin = Admin.create(settings.client())) {
      OffsetAndMetadata offset =
          admin
              .listConsumerGroupOffsets(settings.id(shard), stable)
              .partitionsToOffsetAndMetadata()
              .get()
              .get(settings.place());
      return offset == null ? Mark.NONE : Mark.parse(offset.metadata());
    } catch (ExecutionException failed) {
      throw new KafkaException("cannot read how far " + settings.id(shard) + " is", failed);
    } catch (InterruptedException stopped) {
      throw new InterruptException(stopped);
    }
  }
}
