package weir.kafka.read;

import java.util.Optional;
import org.apache.beam.sdk.io.kafka.TimestampPolicy;
import org.apache.beam.sdk.io.kafka.TimestampPolicyFactory;
import org.apache.beam.sdk.transforms.SerializableFunction;
import org.apache.kafka.common.TopicPartition;
import org.joda.time.Instant;
import weir.model.LogRecord;

/** Makes the {@link LogTimePolicy} of each partition, which goes on where its checkpoint ended. */
final class LogTimePolicyFactory implements TimestampPolicyFactory<byte[], byte[]> {
  private static final long serialVersionUID = 1L;

  private final Idleness idleness;
  private final SerializableFunction<LogRecord, Boolean> accepted;

  LogTimePolicyFactory(Idleness idleness, SerializableFunction<LogRecord, Boolean> accepted) {
    this.idleness = idleness;
    this.accepted = accepted;
  }

  @Override
  public TimestampPolicy<byte[], byte[]> createTimestampPolicy(
      TopicPartition partition, Optional<Instant> previousWatermark) {
    return new LogTimePolicy(
        idleness, accepted::apply, previousWatermark, System::currentTimeMillis);
  }
}
