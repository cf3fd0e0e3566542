package weir.bench.flink;

import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.kafka.clients.producer.ProducerRecord;
import weir.bench.twin.AnswerTopics;
import weir.model.Judgement;

/** Makes the Kafka record of an answer. */
record ToRecord(AnswerTopics answers) implements KafkaRecordSerializationSchema<Judgement> {
  @Override
  public ProducerRecord<byte[], byte[]> serialize(
      Judgement judgement, KafkaSinkContext context, Long timestamp) {
    return answers.record(judgement);
  }
}
