package weir.kafka.read;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import weir.options.StartFrom;

/**
 * Where a run begins in each partition.
 *
 * @param offsets where that is looked up before the run, which is so for {@link
 *     StartFrom#COMMITTED_MINUS_HORIZON}
 * @param older what is read before that, of partitions that Kafka no longer holds from there on
 */
public record Beginning(StartFrom from, Map<TopicPartition, Long> offsets, @Nullable Older older)
    implements Serializable {
  public Beginning {
    offsets = new HashMap<>(offsets);
  }

  /** A beginning that the consumers find by themselves. */
  public static Beginning at(StartFrom from) {
    return new Beginning(from, Map.of(), null);
  }

  /** The first offset of a partition that Kafka held when the run began, if others are needed. */
  public long heldFrom(TopicPartition partition) {
    return older == null ? 0 : older.heldFrom().getOrDefault(partition, 0L);
  }
}
