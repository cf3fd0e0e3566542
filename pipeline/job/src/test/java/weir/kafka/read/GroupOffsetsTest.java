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
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.internals.KafkaFutureImpl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weir.kafka.KafkaSettings;
import weir.kafka.read.CommitLater.Commits;
import weir.kafka.read.CommitLater.Reached;
import weir.options.StartFrom;

/** While a broker does not answer, commits do not pile up that could overtake each other. */
class GroupOffsetsTest {
  private static final long REACHED_AT = 1_772_323_200_000L;

  /** Of the second topic's first partition Kafka holds what comes from offset 100 on. */
  private static final Beginning BEGINNING =
      new Beginning(
          StartFrom.COMMITTED_MINUS_HORIZON,
          Map.of(),
          new Older(
              (topic, from) -> {
                throw new AssertionError("nothing is read here");
              },
              0,
              Map.of(new TopicPartition("purged", 0), 100L)));

  private final List<Long> sent = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();
  private final List<KafkaFutureImpl<Void>> answers = new ArrayList<>();
  private final GroupOffsets group =
      new GroupOffsets(
          new KafkaSettings("host:9092", "group", Map.of(), Duration.ofMinutes(1)),
          "this-run",
          BEGINNING,
          offsets -> {
            offsets
                .values()
                .forEach(
                    offset -> {
                      sent.add(offset.offset());
                      notes.add(offset.metadata());
                    });
            KafkaFutureImpl<Void> answer = new KafkaFutureImpl<>();
            answers.add(answer);
            return answer;
          },
          () -> {});

  private static final KafkaSettings NOBODY =
      new KafkaSettings("127.0.0.1:1", "group", Map.of(), Duration.ofMinutes(1));

  private void commit(long offset) {
    commit(new PartitionMark("topic", 0, offset, 0));
  }

  private void commit(PartitionMark... marks) {
    group.commit(
        new Reached<>(new KafkaCheckpointMark(List.of(marks), Optional.empty()), REACHED_AT));
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
  void ofAllPartitionsWhoseReaderHasBegun() {
    commit(
        new PartitionMark("topic", 0, 7, 0),
        new PartitionMark("topic", 1, -1, 0),
        new PartitionMark("topic", 2, 0, 0));
    assertThat(sent).containsExactlyInAnyOrder(7L, 0L);
  }

  @Test
  void whereNoneHasThereIsNothingToCommit() {
    commit(-1);
    assertThat(sent).isEmpty();
    commit(1);
    assertThat(sent).containsExactly(1L);
  }

  /** The next run would take what Kafka no longer holds for lost. */
  @Test
  void whatKafkaNoLongerHeldAtTheBeginningIsNotCommitted() {
    commit(new PartitionMark("purged", 0, 99, 0));
    assertThat(sent).isEmpty();
    commit(new PartitionMark("purged", 0, 99, 0), new PartitionMark("purged", 1, 98, 0));
    assertThat(sent).containsExactly(98L);
    answer(0);
    commit(new PartitionMark("purged", 0, 100, 0));
    assertThat(sent).containsExactly(98L, 100L);
  }

  @Test
  void eachSaysWhichRunHadReachedItAndWhen() {
    commit(new PartitionMark("topic", 0, 7, 0), new PartitionMark("topic", 1, 8, 0));
    assertThat(notes)
        .hasSize(2)
        .allSatisfy(
            note ->
                assertThat(CommitNote.parse(note))
                    .contains(new CommitNote("this-run", REACHED_AT)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "run", "run ", "run later", " 7", "7", "run 7 8", "run 7.5"})
  void whatOthersWriteBesideAnOffsetIsNoNote(String text) {
    assertThat(CommitNote.parse(text)).isEmpty();
  }

  @Test
  void readersShareAClientThatGoesWithTheLast() throws Exception {
    Set<Thread> before = clients();
    Commits<CheckpointMark> one = GroupOffsets.of(NOBODY, "run", BEGINNING).open();
    Set<Thread> opened = clients();
    opened.removeAll(before);
    assertThat(opened).hasSize(1);
    Commits<CheckpointMark> other = GroupOffsets.of(NOBODY, "run", BEGINNING).open();
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
