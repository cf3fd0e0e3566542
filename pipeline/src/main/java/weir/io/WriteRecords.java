package weir.io;

import java.nio.charset.StandardCharsets;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.io.kafka.KafkaIO;
import org.apache.beam.sdk.io.kafka.ProducerRecordCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PDone;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes what a step makes of each element to Kafka, at least once. */
final class WriteRecords<T> extends PTransform<PCollection<T>, PDone> {
  private static final long serialVersionUID = 1L;

  private final KafkaSettings kafka;
  private final DoFn<T, ProducerRecord<byte[], byte[]>> toRecord;

  WriteRecords(KafkaSettings kafka, DoFn<T, ProducerRecord<byte[], byte[]>> toRecord) {
    this.kafka = kafka;
    this.toRecord = toRecord;
  }

  /** A header of text. */
  static Header header(String name, String value) {
    return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public PDone expand(PCollection<T> elements) {
    return elements
        .apply("To records", ParDo.of(toRecord))
        .setCoder(ProducerRecordCoder.of(ByteArrayCoder.of(), ByteArrayCoder.of()))
        .apply(
            "To Kafka",
            KafkaIO.<byte[], byte[]>writeRecords()
                .withBootstrapServers(kafka.bootstrapServers())
                .withProducerConfigUpdates(kafka.forProducers())
                .withKeySerializer(ByteArraySerializer.class)
                .withValueSerializer(ByteArraySerializer.class));
  }
}
