package weir.kafka.write;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.beam.sdk.coders.ByteArrayCoder;
import org.apache.beam.sdk.io.kafka.KafkaIO;
import org.apache.beam.sdk.io.kafka.ProducerRecordCoder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PDone;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import weir.exactly.TransactionSettings;
import weir.exactly.WriteOnce;
import weir.kafka.KafkaSettings;
import weir.kafka.RecordSizes;

/** Writes what a step makes of each element to Kafka, at least once or exactly once. */
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
        .apply("To Kafka", sink());
  }

  private PTransform<PCollection<ProducerRecord<byte[], byte[]>>, PDone> sink() {
    return switch (writing.delivery()) {
      case AT_LEAST_ONCE ->
          KafkaIO.<byte[], byte[]>writeRecords()
              .withBootstrapServers(writing.kafka().bootstrapServers())
              .withProducerConfigUpdates(producers())
              .withProducerFactoryFn(new PatientProducers(writing.kafka().limit()))
              .withKeySerializer(ByteArraySerializer.class)
              .withValueSerializer(ByteArraySerializer.class);
      case EXACTLY_ONCE -> new WriteOnce(transactions());
    };
  }

  private Map<String, Object> producers() {
    Map<String, Object> config = writing.kafka().forProducers();
    config.put(
        ProducerConfig.MAX_REQUEST_SIZE_CONFIG, RecordSizes.request(writing.largestRecord()));
    return config;
  }

  private TransactionSettings transactions() {
    KafkaSettings kafka = writing.kafka();
    Map<String, Object> client = kafka.forClients();
    client.putAll(producers());
    String name = kafka.consumerGroup() + "-" + topic;
    return new TransactionSettings(name, writing.inputTopic(), client, kafka.limit());
  }
}
