package weir.producer;

import java.util.function.Predicate;
import org.apache.kafka.common.utils.Utils;

/** The partition that Kafka's own clients choose for a key. */
public final class Partitions {
  private Partitions() {}

  /** Whether a key belongs to the first of this many partitions. */
  public static Predicate<byte[]> first(int partitions) {
    return key -> Utils.toPositive(Utils.murmur2(key)) % partitions == 0;
  }
}
