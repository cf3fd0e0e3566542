package weir.kafka.restart;

import java.io.Serializable;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import weir.judge.Floor;
import weir.kafka.KafkaSettings;
import weir.kafka.read.Idleness;

/**
 * A run whose committed offsets its steps follow. All steps in one process follow them together.
 *
 * @param partitions all that it reads
 * @param idleness what is known of a partition that is read to its end
 * @param run its id, which stands beside the offsets that it commits
 */
public record FollowedRun(
    KafkaSettings kafka, List<TopicPartition> partitions, Idleness idleness, String run)
    implements Serializable {
  public FollowedRun {
    partitions = List.copyOf(partitions);
  }

  /** How far the run has taken the log through all steps, for these steps. */
  public Floor floor() {
    return new OfRun(this);
  }

  private static final class OfRun implements Floor {
    private static final long serialVersionUID = 1L;

    private final FollowedRun run;

    /** Looked up once: every transaction asks. */
    private transient @Nullable FloorFollower follower;

    OfRun(FollowedRun run) {
      this.run = run;
    }

    @Override
    public long logTime() {
      FloorFollower known = follower;
      if (known == null) {
        known = FloorFollower.of(run);
        follower = known;
      }
      return known.logTime();
    }
  }
}
