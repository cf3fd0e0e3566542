package weir.kafka.write;

import java.io.Serializable;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PDone;
import org.apache.kafka.clients.producer.ProducerRecord;
import weir.options.Delivery;
import weir.sink.Needs;

/**
 * A way to write records to topics. A module names it as a service, and an engine that allows it
 * has the module on its class path.
 */
public interface TopicDelivery extends Serializable {
  Delivery promise();

  Needs needs();

  /**
   * Whether alerts can be written where they are found. Otherwise all go through one sink, which
   * costs a hand-over.
   */
  boolean canBeApart();

  /**
   * Writes records.
   *
   * @param topic one of those that are written to, by which the sink is known
   */
  PTransform<PCollection<ProducerRecord<byte[], byte[]>>, PDone> to(
      String topic, WriteSettings writing);
}
