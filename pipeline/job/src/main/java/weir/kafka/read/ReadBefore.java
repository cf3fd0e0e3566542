package weir.kafka.read;

import java.io.Serializable;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
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
 * anything on. It asks when it is made: later a partition at rest has an offset by this run itself.
 */
final class ReadBefore {
  /** How far readers of this process are, by run and partition. */
  private static final Map<Object, Place> HERE = new ConcurrentHashMap<>();

  private static final long NO_OTHERS = 0;

  private final Settings settings;
  private final Group group;
  private final boolean first;
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
    /**
     * The offset behind all that is in the log by now, for those partitions of which the group has
     * committed any.
     */
    Map<TopicPartition, Long> endsOfCommitted(Collection<TopicPartition> partitions);

    /** Where the next record goes, for those partitions that hold none. */
    Map<TopicPartition, Long> endsOfEmpty(Collection<TopicPartition> partitions);

    /** Commits where a reader begins, and returns when that is done. */
    void commit(TopicPartition partition, long offset);

    /** The offset behind all that is in the log by now. */
    long end(TopicPartition partition);
  }

  private record RunPartition(String run, TopicPartition partition) {}

  /** How far a partition is read, and before which offset others may have read it. */
  private static final class Place {
    private static final long NOWHERE = -1;

    private final long othersReadBefore;

    /** Where the first record goes, if there was none when the first reader was made. */
    private final long empty;

    private volatile long next = NOWHERE;

    private Place(long othersReadBefore, long empty) {
      this.othersReadBefore = othersReadBefore;
      this.empty = empty;
    }
  }

  /**
   * For one reader.
   *
   * @param partitions all that it may read
   * @param mark from which it is made, if there is one
   */
  ReadBefore(
      Settings settings,
      Group group,
      Collection<TopicPartition> partitions,
      @Nullable CheckpointMark mark) {
    this.settings = settings;
    this.group = group;
    this.marks = mark == null ? Map.of() : GroupOffsets.next((KafkaCheckpointMark) mark);
    this.first = mark == null;
    if (first) {
      Map<TopicPartition, Long> ends = group.endsOfCommitted(partitions);
      Map<TopicPartition, Long> empty = group.endsOfEmpty(partitions);
      for (TopicPartition each : partitions) {
        HERE.put(
            new RunPartition(settings.run(), each),
            new Place(ends.getOrDefault(each, NO_OTHERS), empty.getOrDefault(each, Place.NOWHERE)));
      }
    }
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
    Place place = HERE.get(key);
    if (place == null || !goesOnFrom(place, mark)) {
      place = new Place(othersReadBefore(partition, mark), Place.NOWHERE);
      HERE.put(key, place);
    }
    if (place.next == Place.NOWHERE && place.othersReadBefore == NO_OTHERS) {
      group.commit(partition, offset);
    }
    return place;
  }

  /** Whether the reader before this one has handed on nothing that the engine does not hold. */
  private boolean goesOnFrom(Place place, @Nullable Long mark) {
    if (first && place.next == Place.NOWHERE) {
      return true;
    }
    // Of a partition that was empty nobody has handed on anything before the mark either.
    long stoppedAt = place.next == Place.NOWHERE ? place.empty : place.next;
    return settings.madeAnew() && mark != null && mark == stoppedAt;
  }

  private long othersReadBefore(TopicPartition partition, @Nullable Long mark) {
    return mark == null
        ? group.endsOfCommitted(List.of(partition)).getOrDefault(partition, NO_OTHERS)
        : group.end(partition);
  }
}
