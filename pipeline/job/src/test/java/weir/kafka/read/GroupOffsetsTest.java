package weir.kafka.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.beam.sdk.io.UnboundedSource.CheckpointMark;
import org.apache.beam.sdk.io.kafka.KafkaCheckpointMark;
import org.apache.beam.sdk.io.kafka.KafkaCheckpointMark.PartitionMark;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.internals.KafkaFutureImpl;
import org.junit.jupiter.api.Test;
import weir.kafka.KafkaSettings;
import weir.kafka.read.CommitLater.Commits;

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

  private static final KafkaSettings NOBODY =
      new KafkaSettings("127.0.0.1:1", "group", Map.of(), Duration.ofMinutes(1));

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
  void ofAllPartitionsThatHadARecord() {
    group.commit(
        new KafkaCheckpointMark(
            List.of(
                new PartitionMark("topic", 0, 7, 0),
                new PartitionMark("topic", 1, -1, 0),
                new PartitionMark("topic", 2, 0, 0)),
            Optional.empty()));
    assertThat(sent).containsExactlyInAnyOrder(7L, 0L);
  }

  @Test
  void whereNoneHadThereIsNothingToCommit() {
    commit(-1);
    assertThat(sent).isEmpty();
    commit(1);
    assertThat(sent).containsExactly(1L);
  }

  @Test
  void readersShareAClientThatGoesWithTheLast() throws Exception {
    Set<Thread> before = clients();
    Commits<CheckpointMark> one = GroupOffsets.of(NOBODY).open();
    Set<Thread> opened = clients();
    opened.removeAll(before);
    assertThat(opened).hasSize(1);
    Commits<CheckpointMark> other = GroupOffsets.of(NOBODY).open();
    assertThat(clients()).containsAll(opened).hasSize(before.size() + 1);
    one.close();
    Thread client = opened.iterator().next();
    client.join(200);
    assertThat(client.isAlive()).isTrue();
    other.close();
    client.join(30_000);
    assertThat(client.isAlive()).isFalse();
  }

  private static Set<Thread> clients() {
    Set<Thread> clients = new HashSet<>(Thread.getAllStackTraces().keySet());
    clients.removeIf(each -> !each.getName().startsWith("kafka-admin-client-thread"));
    return clients;
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
