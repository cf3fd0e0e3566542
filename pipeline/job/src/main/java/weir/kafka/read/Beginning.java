package weir.kafka.read;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import weir.options.StartFrom;

/**
 * Where a run begins in each partition.
 *
 * @param offsets where that is looked up before the run, which is so for {@link
 *     StartFrom#COMMITTED_MINUS_HORIZON}
 */
public record Beginning(StartFrom from, Map<TopicPartition, Long> offsets) implements Serializable {
  public Beginning {
    offsets = new HashMap<>(offsets);
  }

  /** A beginning that the consumers find by themselves. */
  public static Beginning at(StartFrom from) {
    return new Beginning(from, Map.of());
  }
}
