package weir.kafka.restart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weir.kafka.read.CommitNote;

/** Whose the offsets are that a group has committed. */
class RunCommitsTest {
  private static final String RUN = "this-run";
  private static final TopicPartition FIRST = new TopicPartition("t", 0);
  private static final TopicPartition SECOND = new TopicPartition("t", 1);
  private static final List<TopicPartition> BOTH = List.of(FIRST, SECOND);

  private final Map<TopicPartition, OffsetAndMetadata> committed = new HashMap<>();

  private void commit(TopicPartition partition, String run, long at) {
    committed.put(partition, new OffsetAndMetadata(7, note(run, at)));
  }

  private static String note(String run, long at) {
    return run + " " + at;
  }

  @Test
  void thoseOfARunSayWhenItHadReadSoFar() {
    commit(FIRST, RUN, 20);
    commit(SECOND, RUN, 10);
    assertThat(RunCommits.of(RUN, BOTH, committed)).contains(new RunCommits(10, 20));
    assertThat(CommitNote.parse(note(RUN, 20))).contains(new CommitNote(RUN, 20));
  }

  /** That run may have been far ahead of where this one has begun. */
  @Test
  void thoseOfAnotherRunSayNothing() {
    commit(FIRST, RUN, 20);
    commit(SECOND, "another-run", 10);
    assertThat(RunCommits.of(RUN, BOTH, committed)).isEmpty();
    commit(SECOND, RUN, 30);
    assertThat(RunCommits.of(RUN, BOTH, committed)).contains(new RunCommits(20, 30));
  }

  @Test
  void asLongAsAPartitionHasNoneNothingIsKnown() {
    commit(FIRST, RUN, 20);
    assertThat(RunCommits.of(RUN, BOTH, committed)).isEmpty();
    assertThat(RunCommits.of(RUN, List.of(FIRST), committed)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", RUN, "note"})
  void whatOthersHaveCommittedSaysNothing(String metadata) {
    committed.put(FIRST, new OffsetAndMetadata(7, metadata));
    assertThat(RunCommits.of(RUN, List.of(FIRST), committed)).isEqualTo(Optional.empty());
  }
}
