package weir.kafka.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.beam.sdk.coders.Coder;
import org.apache.beam.sdk.coders.DelegateCoder;
import org.apache.beam.sdk.coders.VarIntCoder;
import org.apache.beam.sdk.io.UnboundedSource.CheckpointMark;
import org.apache.beam.sdk.util.CoderUtils;
import org.junit.jupiter.api.Test;

class CommitLaterTest {
  private static final long DELAY = 10_000;

  private final List<Integer> committed = new ArrayList<>();
  private long now = 1_000_000;

  private record Mark(int offset) implements CheckpointMark {
    @Override
    public void finalizeCheckpoint() {
      throw new AssertionError("KafkaIO is not to commit by itself");
    }
  }

  private CommitLater<Mark> commits(long delay, List<CommitLater.Reached<Mark>> waiting) {
    return new CommitLater<>(
        delay, () -> now, reached -> committed.add(reached.mark().offset()), waiting);
  }

  @Test
  void commitsWhatIsFinalWhenTheReaderIsAskedForMore() {
    CommitLater<Mark> commits = commits(0, List.of());
    LaterMark<Mark> first = commits.reached(new Mark(5));
    commits.reached(new Mark(6));
    commits.commit();
    assertThat(committed).isEmpty();
    first.finalizeCheckpoint();
    assertThat(committed).isEmpty();
    commits.commit();
    assertThat(committed).containsExactly(5);
  }

  @Test
  void commitsNothingThatIsNotFinal() {
    CommitLater<Mark> commits = commits(0, List.of());
    LaterMark<Mark> first = commits.reached(new Mark(5));
    now++;
    commits.reached(new Mark(6));
    now += 60_000;
    first.finalizeCheckpoint();
    commits.commit();
    assertThat(committed).containsExactly(5);
  }

  /** By the times alone the second mark would be before the first. */
  @Test
  void aClockThatIsSetBackMakesNothingFinal() {
    CommitLater<Mark> commits = commits(0, List.of());
    LaterMark<Mark> first = commits.reached(new Mark(5));
    commits.commit();
    first.finalizeCheckpoint();
    commits.commit();
    now -= 1;
    commits.reached(new Mark(6));
    now += 60_000;
    commits.commit();
    assertThat(committed).containsExactly(5);
  }

  @Test
  void doesNotAskTheBrokerAtEveryBundle() {
    CommitLater<Mark> commits = commits(0, List.of());
    for (int offset = 0; offset < 20; offset++) {
      commits.reached(new Mark(offset)).finalizeCheckpoint();
      commits.commit();
      now += 100;
    }
    assertThat(committed).containsExactly(0, 5, 10, 15);
  }

  @Test
  void commitsAWhileAfterItWasReachedThoughNothingMoreComes() {
    CommitLater<Mark> commits = commits(DELAY, List.of());
    commits.reached(new Mark(1)).finalizeCheckpoint();
    now += DELAY - 1;
    commits.commit();
    assertThat(committed).isEmpty();
    now++;
    commits.commit();
    commits.commit();
    assertThat(committed).containsExactly(1);
  }

  /** As the DirectRunner does now and then. */
  @Test
  void whatWaitsOutlivesTheReader() throws Exception {
    LaterMark<Mark> last = commits(DELAY, List.of()).reached(new Mark(1));
    Coder<LaterMark<Mark>> coder =
        new LaterMark.Form<>(DelegateCoder.of(VarIntCoder.of(), Mark::offset, Mark::new));
    LaterMark<Mark> restored = CoderUtils.clone(coder, last);
    assertThat(restored.mark()).isEqualTo(new Mark(1));
    CommitLater<Mark> second = commits(DELAY, restored.waiting());
    second.commit();
    assertThat(committed).isEmpty();
    now += DELAY;
    second.commit();
    assertThat(committed).containsExactly(1);
  }

  @Test
  void thatMarksAreManyDoesNotMakeThemLarge() {
    CommitLater<Mark> commits = commits(DELAY, List.of());
    LaterMark<Mark> mark = commits.reached(new Mark(0));
    for (int each = 1; each < 20_000; each++) {
      now++;
      mark = commits.reached(new Mark(each));
      mark.finalizeCheckpoint();
      commits.commit();
    }
    assertThat(mark.waiting()).hasSizeLessThan(20);
    assertThat(committed).hasSizeBetween(15, 25);
  }
}
