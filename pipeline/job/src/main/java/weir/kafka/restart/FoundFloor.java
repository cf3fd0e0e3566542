package weir.kafka.restart;

import java.util.List;
import weir.judge.Floor;
import weir.kafka.read.Idleness;

/** A floor as the offsets say it that one run has committed. */
record FoundFloor(long logTime, RunCommits commits) {

  /**
   * The log time before which all partitions were read, by how far each was.
   *
   * @param asked when Kafka was asked for the end of the log
   */
  static long logTime(List<Progress> all, Idleness idleness, long asked) {
    long least =
        all.stream()
            .mapToLong(each -> unread(each, idleness, asked))
            .min()
            .orElse(Progress.AFTER_ALL);
    return least == Progress.AFTER_ALL ? Floor.UNKNOWN : least;
  }

  private static long unread(Progress each, Idleness idleness, long asked) {
    if (idleness == Idleness.CLOSE && each.allRead()) {
      // The log is complete: nothing comes.
      return Progress.AFTER_ALL;
    }
    boolean live = idleness == Idleness.WALL_CLOCK;
    // Of a few records of a replay each may have any time, and of none nothing follows.
    return each.few() && !live ? Progress.BEFORE_ALL : each.nextLogTime(live, asked);
  }
}
