package weir.io;

import java.io.Serializable;
import org.apache.beam.sdk.io.kafka.KafkaIO;
import org.jspecify.annotations.Nullable;

/**
 * How often a record may be in a topic of answers after a crash.
 *
 * @param topic the one topic of a sink that writes exactly once; null if at least once
 * @param writer the name under which that sink keeps in Kafka how far it got
 */
record Delivery(@Nullable String topic, @Nullable String writer) implements Serializable {
  static final Delivery AT_LEAST_ONCE = new Delivery(null, null);

  /** With two shards, what was found later could be written first. */
  private static final int SHARDS = 1;

  /**
   * At least once, or exactly once for writers of a name.
   *
   * @param job the name of the job that writes exactly once; null if at least once
   */
  static Delivery of(@Nullable String job, String topic) {
    return job == null ? AT_LEAST_ONCE : new Delivery(topic, job + "-" + topic);
  }

  KafkaIO.WriteRecords<byte[], byte[]> to(KafkaIO.WriteRecords<byte[], byte[]> sink) {
    return topic == null || writer == null ? sink : sink.withTopic(topic).withEOS(SHARDS, writer);
  }
}
