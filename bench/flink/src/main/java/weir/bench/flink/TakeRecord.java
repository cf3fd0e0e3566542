package weir.bench.flink;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import weir.model.LogPosition;
import weir.model.LogRecord;
import weir.model.Payload;

/**
 * Takes a record as it is in the log, without the key, which tells nothing that the value does not.
 */
final class TakeRecord implements KafkaRecordDeserializationSchema<LogRecord> {
  private static final long serialVersionUID = 1L;

  @Override
  public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<LogRecord> out) {
    byte[] value = record.value();
    out.collect(
        new LogRecord(
            new LogPosition(record.partition(), record.offset(), record.timestamp()),
            null,
            value == null ? null : new Payload(value)));
  }

  @Override
  public TypeInformation<LogRecord> getProducedType() {
    return Types.LOG_RECORD;
  }
}
