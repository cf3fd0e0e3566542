package weir.io;

import java.util.Optional;
import org.apache.beam.sdk.io.kafka.TimestampPolicy;
import org.apache.beam.sdk.io.kafka.TimestampPolicyFactory;
import org.apache.kafka.common.TopicPartition;
import org.joda.time.Instant;

/** Makes the {@link LogTimePolicy} of each partition, which goes on where its checkpoint ended. */
final class LogTimePolicyFactory implements TimestampPolicyFactory<byte[], byte[]> {
  private static final long serialVersionUID = 1L;

  private final Idleness idleness;

  LogTimePolicyFactory(Idleness idleness) {
    this.idleness = idleness;
  }

  @Override
  public TimestampPolicy<byte[], byte[]> createTimestampPolicy(
      TopicPartition partition, Optional<Instant> previousWatermark) {
    return new LogTimePolicy(idleness, previousWatermark, System::currentTimeMillis);
  }
}
