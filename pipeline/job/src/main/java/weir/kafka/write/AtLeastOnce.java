package weir.kafka.write;

import org.apache.beam.sdk.io.kafka.KafkaIO;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PDone;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import weir.options.Delivery;
import weir.sink.Needs;

/** Records are written at once, and again after a crash. Every engine can. */
final class AtLeastOnce implements TopicDelivery {
  private static final long serialVersionUID = 1L;

  @Override
  public Delivery promise() {
    return Delivery.AT_LEAST_ONCE;
  }

  @Override
  public Needs needs() {
    return Needs.NOTHING;
  }

  @Override
  public boolean canBeApart() {
    return true;
  }

  @Override
  public PTransform<PCollection<ProducerRecord<byte[], byte[]>>, PDone> to(
      String topic, WriteSettings writing) {
    return KafkaIO.<byte[], byte[]>writeRecords()
        .withBootstrapServers(writing.kafka().bootstrapServers())
        .withProducerConfigUpdates(writing.forProducers())
        .withProducerFactoryFn(new PatientProducers(writing.kafka().limit()))
        .withKeySerializer(ByteArraySerializer.class)
        .withValueSerializer(ByteArraySerializer.class);
  }
}
