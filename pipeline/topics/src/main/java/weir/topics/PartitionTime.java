package weir.topics;

import java.util.Arrays;
import java.util.OptionalLong;
import weir.model.Times;

/**
 * How far a partition is in log time, by the records that were read last. A sender may write any
 * time into a record, and one far ahead must not carry the partition with it. So a time is reached
 * when most of the last few records have it or a later one: of {@value #LOOKED_AT} any three may
 * have any time. Where log times do not fall, this is three records behind the newest.
 */
public final class PartitionTime {
  public static final int LOOKED_AT = 7;

  /** How many of them must have reached a time. */
  private static final int MOST_OF_THEM = 4;

  private final long[] last = new long[LOOKED_AT];

  /** In order of time: only a few, because every record asks for them. */
  private final long[] sorted = new long[LOOKED_AT];

  private int count;
  private int next;

  /** Takes the log time of the next record; what is no time says nothing. */
  public void add(long time) {
    if (!Times.isUsable(time)) {
      return;
    }
    last[next] = time;
    next = (next + 1) % LOOKED_AT;
    count = Math.min(count + 1, LOOKED_AT);
  }

  /** The newest time that is reached, if there were records enough to say so. */
  public OptionalLong reached() {
    if (count < MOST_OF_THEM) {
      return OptionalLong.empty();
    }
    for (int i = 0; i < count; i++) {
      int place = i;
      while (place > 0 && sorted[place - 1] > last[i]) {
        sorted[place] = sorted[place - 1];
        place--;
      }
      sorted[place] = last[i];
    }
    return OptionalLong.of(sorted[count - MOST_OF_THEM]);
  }

  /** The earliest time of the records that are looked at; nothing if there are none. */
  public OptionalLong earliest() {
    return Arrays.stream(last, 0, count).min();
  }

  /** Whether as many records were read as are looked at. */
  public boolean isFull() {
    return count == LOOKED_AT;
  }
}
