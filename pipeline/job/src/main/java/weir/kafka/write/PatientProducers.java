package weir.kafka.write;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;
import weir.kafka.KafkaSettings;
import weir.patience.Patience;

/** Makes producers that report in one sentence when their patience is over. */
public final class PatientProducers
    implements SerializableFunction<Map<String, Object>, Producer<byte[], byte[]>> {
  private static final long serialVersionUID = 1L;

  private final Patience patience;

  PatientProducers(Patience patience) {
    this.patience = patience;
  }

  /** One for a writer that is no step of the pipeline. */
  public static Producer<byte[], byte[]> open(KafkaSettings kafka) {
    Map<String, Object> config = kafka.forClients();
    config.putAll(kafka.forProducers());
    config.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    config.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    return new PatientProducer(config, kafka.limit());
  }

  @Override
  public Producer<byte[], byte[]> apply(Map<String, Object> config) {
    return new PatientProducer(config, patience);
  }

  private static final Duration TO_CLOSE = Duration.ofSeconds(5);

  private static final class PatientProducer extends KafkaProducer<byte[], byte[]> {
    private final Patience patience;

    PatientProducer(Map<String, Object> config, Patience patience) {
      super(config);
      this.patience = patience;
    }

    @Override
    public Future<RecordMetadata> send(
        ProducerRecord<byte[], byte[]> record, @Nullable Callback callback) {
      return callback == null
          ? super.send(record, null)
          : super.send(record, (metadata, failed) -> callback.onCompletion(metadata, told(failed)));
    }

    private @Nullable Exception told(@Nullable Exception failed) {
      return failed instanceof TimeoutException ? patience.over(failed) : failed;
    }

    /** A finished bundle has sent everything; the rest of a failed one need not be waited for. */
    @Override
    public void close() {
      close(TO_CLOSE);
    }
  }
}
