package weir.kafka.write;

import java.nio.charset.StandardCharsets;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.io.kafka.ProducerRecordCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PDone;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/** Writes what a step makes of each element to Kafka. */
final class WriteRecords<T> extends PTransform<PCollection<T>, PDone> {
  private static final long serialVersionUID = 1L;

  private final WriteSettings writing;
  private final String topic;
  private final DoFn<T, ProducerRecord<byte[], byte[]>> toRecord;

  /**
   * The sink.
   *
   * @param topic one of those that it writes to, by which it is known
   */
  WriteRecords(
      WriteSettings writing, String topic, DoFn<T, ProducerRecord<byte[], byte[]>> toRecord) {
    this.writing = writing;
    this.topic = topic;
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
        .apply("To Kafka", writing.delivery().to(topic, writing));
  }
}
