package weir.kafka.read;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.beam.sdk.io.UnboundedSource.CheckpointMark;
import org.apache.beam.sdk.io.kafka.KafkaCheckpointMark;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Which records of a partition others may have read before this reader, whose answers stand and
 * whose state is lost: another run of the group, or an attempt of this run that the engine has
 * given up. All that they can have read is in the log when this reader begins.
 *
 * <p>A reader with a mark goes on after a checkpoint. A reader without one is the first, unless the
 * group has an offset of the partition; so the first one commits where it begins before it hands
 * anything on.
 */
final class ReadBefore {
  /** How far readers of this process are, by run and partition. */
  private static final Map<Object, Place> HERE = new ConcurrentHashMap<>();

  private final Settings settings;
  private final Group group;
  private final Map<TopicPartition, Long> marks;
  private final Map<Integer, Place> places = new HashMap<>();

  /**
   * What readers of a run have in common.
   *
   * @param run its id
   * @param madeAnew whether the engine makes readers anew of their marks though nothing was lost
   */
  record Settings(String run, boolean madeAnew) implements Serializable {}

  /** The consumer group, and the log. */
  interface Group {
    boolean hasCommitted(TopicPartition partition);

    /** Commits where a reader begins, and returns when that is done. */
    void commit(TopicPartition partition, long offset);

    /** The offset behind all that is in the log by now. */
    long end(TopicPartition partition);
  }

  private record RunPartition(String run, TopicPartition partition) {}

  /** How far a partition is read, and before which offset others may have read it. */
  private static final class Place {
    private final long othersReadBefore;
    private volatile long next;

    private Place(long othersReadBefore) {
      this.othersReadBefore = othersReadBefore;
    }
  }

  /**
   * For one reader.
   *
   * @param mark from which it is made, if there is one
   */
  ReadBefore(Settings settings, Group group, @Nullable CheckpointMark mark) {
    this.settings = settings;
    this.group = group;
    this.marks = mark == null ? Map.of() : GroupOffsets.next((KafkaCheckpointMark) mark);
  }

  /** Takes the next record of a partition, and tells whether somebody may have read it before. */
  boolean isAgain(String topic, int partition, long offset) {
    Place place = places.get(partition);
    if (place == null) {
      place = begin(new TopicPartition(topic, partition), offset);
      places.put(partition, place);
    }
    place.next = offset + 1;
    return offset < place.othersReadBefore;
  }

  private Place begin(TopicPartition partition, long offset) {
    RunPartition key = new RunPartition(settings.run(), partition);
    Long mark = marks.get(partition);
    Place known = HERE.get(key);
    if (settings.madeAnew() && mark != null && known != null && known.next == mark) {
      // The reader before this one has handed on nothing that the engine does not hold.
      return known;
    }
    Place place = new Place(othersReadBefore(partition, offset, mark));
    HERE.put(key, place);
    return place;
  }

  private long othersReadBefore(TopicPartition partition, long offset, @Nullable Long mark) {
    if (mark != null || group.hasCommitted(partition)) {
      return group.end(partition);
    }
    group.commit(partition, offset);
    return 0;
  }
}
