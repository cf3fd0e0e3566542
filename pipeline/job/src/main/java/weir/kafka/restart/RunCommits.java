package weir.kafka.restart;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import weir.kafka.read.CommitNote;

/**
 * That all that is committed is of one run.
 *
 * @param firstAt when it had read so far in the partition where that is longest ago
 * @param lastAt the same where it is newest
 */
record RunCommits(long firstAt, long lastAt) {

  /**
   * Nothing as long as the offset of one partition is not of this run. That of another says
   * nothing: this one may read once more what is before it.
   */
  static Optional<RunCommits> of(
      String run,
      List<TopicPartition> partitions,
      Map<TopicPartition, OffsetAndMetadata> committed) {
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    for (TopicPartition each : partitions) {
      CommitNote note = note(committed.get(each));
      if (note == null || !note.run().equals(run)) {
        return Optional.empty();
      }
      first = Math.min(first, note.reachedAt());
      last = Math.max(last, note.reachedAt());
    }
    return Optional.of(new RunCommits(first, last));
  }

  private static @Nullable CommitNote note(@Nullable OffsetAndMetadata committed) {
    return committed == null ? null : CommitNote.parse(committed.metadata()).orElse(null);
  }
}
