package weir.exactly;

import java.util.Map;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PDone;
import org.apache.kafka.clients.producer.ProducerRecord;
import weir.kafka.KafkaSettings;
import weir.kafka.write.TopicDelivery;
import weir.kafka.write.WriteSettings;
import weir.options.Delivery;
import weir.sink.Needs;

/** Records are written in transactions, once each. For engines that tell a step of checkpoints. */
public final class ExactlyOnce implements TopicDelivery {
  private static final long serialVersionUID = 1L;

  /** Answers wait for a checkpoint. */
  private static final long SETTLE_MILLIS = 10_000;

  @Override
  public Delivery promise() {
    return Delivery.EXACTLY_ONCE;
  }

  @Override
  public Needs needs() {
    return new Needs(SETTLE_MILLIS, 0);
  }

  /** Two sinks would give numbers to records of one topic. */
  @Override
  public boolean canBeApart() {
    return false;
  }

  @Override
  public PTransform<PCollection<ProducerRecord<byte[], byte[]>>, PDone> to(
      String topic, WriteSettings writing) {
    KafkaSettings kafka = writing.kafka();
    Map<String, Object> client = kafka.forClients();
    client.putAll(writing.forProducers());
    String name = kafka.consumerGroup() + "-" + topic;
    return new WriteOnce(
        new TransactionSettings(name, writing.inputTopic(), client, kafka.limit()));
  }
}
