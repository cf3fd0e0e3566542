package weir.kafka.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.beam.sdk.io.kafka.KafkaCheckpointMark;
import org.apache.beam.sdk.io.kafka.KafkaCheckpointMark.PartitionMark;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Which records count as read before, whoever makes readers, and of whatever. */
class ReadBeforeTest {
  private static final String TOPIC = "transactions";
  private static final List<TopicPartition> PARTITIONS =
      List.of(new TopicPartition(TOPIC, 0), new TopicPartition(TOPIC, 1));

  private final String run = UUID.randomUUID().toString();
  private final Map<TopicPartition, Long> committed = new HashMap<>();
  private final List<TopicPartition> asked = new ArrayList<>();
  private final List<TopicPartition> empty = new ArrayList<>();
  private long end = 100;

  private final ReadBefore.Group group =
      new ReadBefore.Group() {
        @Override
        public Map<TopicPartition, Long> endsOfCommitted(Collection<TopicPartition> partitions) {
          Map<TopicPartition, Long> ends = new HashMap<>();
          partitions.stream()
              .filter(committed::containsKey)
              .forEach(each -> ends.put(each, end(each)));
          return ends;
        }

        @Override
        public Map<TopicPartition, Long> endsOfEmpty(Collection<TopicPartition> partitions) {
          Map<TopicPartition, Long> ends = new HashMap<>();
          partitions.stream().filter(empty::contains).forEach(each -> ends.put(each, 7L));
          return ends;
        }

        @Override
        public void commit(TopicPartition partition, long offset) {
          committed.put(partition, offset);
        }

        @Override
        public long end(TopicPartition partition) {
          asked.add(partition);
          return end;
        }
      };

  private ReadBefore reader(boolean madeAnew, @Nullable KafkaCheckpointMark mark) {
    return new ReadBefore(new ReadBefore.Settings(run, madeAnew), group, PARTITIONS, mark);
  }

  private static KafkaCheckpointMark mark(long... next) {
    List<PartitionMark> marks = new ArrayList<>();
    for (int partition = 0; partition < next.length; partition++) {
      marks.add(new PartitionMark(TOPIC, partition, next[partition], 0));
    }
    return new KafkaCheckpointMark(marks, Optional.empty());
  }

  private static List<Boolean> read(ReadBefore reader, int partition, long... offsets) {
    List<Boolean> again = new ArrayList<>();
    for (long offset : offsets) {
      again.add(reader.isAgain(TOPIC, partition, offset));
    }
    return again;
  }

  @Test
  void theFirstSaysWhereItBeginsBeforeItHandsAnythingOn() {
    ReadBefore first = reader(/* madeAnew= */ false, /* mark= */ null);
    assertThat(committed).isEmpty();
    assertThat(read(first, 0, 40, 41)).containsExactly(false, false);
    assertThat(committed).isEqualTo(Map.of(new TopicPartition(TOPIC, 0), 40L));
    assertThat(read(first, 1, 7)).containsExactly(false);
    assertThat(asked).isEmpty();
  }

  /** Nobody has read them: the run itself has committed where its partition rests. */
  @Test
  void whatComesToAPartitionAtRestIsNew() {
    ReadBefore first = reader(/* madeAnew= */ false, /* mark= */ null);
    committed.put(new TopicPartition(TOPIC, 0), 40L);
    assertThat(read(first, 0, 40, 41)).containsExactly(false, false);
  }

  /** A reader that has read nothing is followed by one of its mark. */
  @Test
  void soIsWhatComesToOneThatWasEmpty() {
    empty.add(new TopicPartition(TOPIC, 1));
    reader(/* madeAnew= */ true, /* mark= */ null);
    committed.put(new TopicPartition(TOPIC, 1), 7L);
    assertThat(read(reader(/* madeAnew= */ true, mark(0, 7)), 1, 7, 8))
        .containsExactly(false, false);
  }

  /** Another worker has read it meanwhile, and is gone. */
  @Test
  void whoHasReadNothingGoesOnFromNoMarkOfOthers() {
    empty.add(new TopicPartition(TOPIC, 1));
    reader(/* madeAnew= */ true, /* mark= */ null);
    assertThat(read(reader(/* madeAnew= */ true, mark(0, 90)), 1, 90, 99, 100))
        .containsExactly(true, true, false);
    assertThat(read(reader(/* madeAnew= */ true, mark(50)), 0, 50)).containsExactly(true);
    assertThat(committed).isEmpty();
  }

  /** The engine had no checkpoint yet, or another run of the group was there. */
  @Test
  void whoFindsAnOffsetReadsAgainWhatWasInTheLogWhenItBegan() {
    read(reader(/* madeAnew= */ false, /* mark= */ null), 0, 0, 1, 2);
    ReadBefore second = reader(/* madeAnew= */ false, /* mark= */ null);
    assertThat(read(second, 0, 0)).containsExactly(true);
    end = 200;
    assertThat(read(second, 0, 99, 100, 101)).containsExactly(true, false, false);
    assertThat(asked).hasSize(1);
    assertThat(committed).as("where it had begun").containsValue(0L);
  }

  @Test
  void afterACheckpointAllThatWasInTheLogIsReadAgain() {
    ReadBefore reader = reader(/* madeAnew= */ false, mark(50, -1));
    assertThat(read(reader, 0, 50, 99, 100)).containsExactly(true, true, false);
    // Before the checkpoint nothing of the other was read, and nobody has said that he had begun.
    assertThat(read(reader, 1, 0)).containsExactly(false);
  }

  @Test
  void aReaderThatWasMadeAnewGoesOnWhereTheOneBeforeStopped() {
    assertThat(read(reader(/* madeAnew= */ true, /* mark= */ null), 0, 0, 1)).doesNotContain(true);
    assertThat(read(reader(/* madeAnew= */ true, mark(2)), 0, 2, 3)).containsExactly(false, false);
    assertThat(read(reader(/* madeAnew= */ true, mark(4)), 0, 5)).containsExactly(false);
    assertThat(asked).isEmpty();
  }

  @Test
  void soDoesOneAfterOneThatReadAgain() {
    committed.put(new TopicPartition(TOPIC, 0), 30L);
    assertThat(read(reader(/* madeAnew= */ true, /* mark= */ null), 0, 20, 21))
        .containsExactly(true, true);
    end = 300;
    assertThat(read(reader(/* madeAnew= */ true, mark(22)), 0, 22, 100))
        .containsExactly(true, false);
    assertThat(asked).hasSize(1);
  }

  @Test
  void ifTheOneBeforeWasFurtherSomethingIsReadAgain() {
    read(reader(/* madeAnew= */ true, /* mark= */ null), 0, 0, 1, 2, 3);
    assertThat(read(reader(/* madeAnew= */ true, mark(2)), 0, 2, 99, 100))
        .containsExactly(true, true, false);
  }

  /** A worker may have read on in between, and be gone. */
  @Test
  void whoMakesThemOnlyToRecoverIsNotAskedWhereTheOneBeforeStopped() {
    read(reader(/* madeAnew= */ false, /* mark= */ null), 0, 0, 1);
    assertThat(read(reader(/* madeAnew= */ false, mark(2)), 0, 2)).containsExactly(true);
  }

  @Test
  void anotherRunInThisProcessIsAnotherRun() {
    read(reader(/* madeAnew= */ true, /* mark= */ null), 0, 0, 1);
    ReadBefore other =
        new ReadBefore(
            new ReadBefore.Settings("other", /* madeAnew= */ true), group, PARTITIONS, mark(2));
    assertThat(read(other, 0, 2)).containsExactly(true);
  }
}
