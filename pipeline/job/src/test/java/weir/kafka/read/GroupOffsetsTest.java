package weir.kafka.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.beam.sdk.io.kafka.KafkaCheckpointMark;
import org.apache.beam.sdk.io.kafka.KafkaCheckpointMark.PartitionMark;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.internals.KafkaFutureImpl;
import org.junit.jupiter.api.Test;
import weir.kafka.KafkaSettings;

/** While a broker does not answer, commits do not pile up that could overtake each other. */
class GroupOffsetsTest {
  private final List<Long> sent = new ArrayList<>();
  private final List<KafkaFutureImpl<Void>> answers = new ArrayList<>();
  private final GroupOffsets group =
      new GroupOffsets(
          new KafkaSettings("host:9092", "group", Map.of(), Duration.ofMinutes(1)),
          offsets -> {
            offsets.values().forEach(offset -> sent.add(offset.offset()));
            KafkaFutureImpl<Void> answer = new KafkaFutureImpl<>();
            answers.add(answer);
            return answer;
          });

  private void commit(long offset) {
    group.commit(
        new KafkaCheckpointMark(
            List.of(new PartitionMark("topic", 0, offset, 0)), Optional.empty()));
  }

  private void answer(int number) {
    answers.get(number).complete(null);
  }

  @Test
  void whatIsAnsweredMakesRoomForTheNext() {
    commit(1);
    answer(0);
    commit(2);
    assertThat(sent).containsExactly(1L, 2L);
  }

  @Test
  void ofThoseThatWaitTheNewestFollows() {
    for (long offset = 1; offset <= 100; offset++) {
      commit(offset);
    }
    assertThat(sent).containsExactly(1L);
    answer(0);
    assertThat(sent).containsExactly(1L, 100L);
    answer(1);
    assertThat(sent).containsExactly(1L, 100L);
  }

  @Test
  void oneThatFailedIsFollowedToo() {
    commit(1);
    commit(2);
    answers.get(0).completeExceptionally(new KafkaException("away"));
    assertThat(sent).containsExactly(1L, 2L);
    answer(1);
    commit(3);
    assertThat(sent).containsExactly(1L, 2L, 3L);
  }
}
