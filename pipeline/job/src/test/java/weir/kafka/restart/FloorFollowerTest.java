package weir.kafka.restart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import weir.judge.Floor;

/** How a process follows the floor of its run. */
@Timeout(60)
class FloorFollowerTest {
  private static final Duration AT_ONCE = Duration.ofMillis(1);
  private static final Duration NEVER = Duration.ofDays(1);
  private static final long BEGUN = 1000;

  /** What each look finds; a look waits for it. */
  private final SynchronousQueue<Look> looks = new SynchronousQueue<>();

  private final AtomicInteger opened = new AtomicInteger();
  private volatile long taken = Long.MAX_VALUE;
  private volatile Thread looker = Thread.currentThread();

  private interface Look {
    Optional<FoundFloor> find();
  }

  private FloorFollower follower(Duration unasked) {
    return new FloorFollower(
        "test", this::open, () -> taken, BEGUN, /* refresh= */ AT_ONCE, unasked);
  }

  private FloorFollower.Lookup open() {
    opened.incrementAndGet();
    looker = Thread.currentThread();
    return new FloorFollower.Lookup() {
      @Override
      public Optional<FoundFloor> look() {
        try {
          return looks.take().find();
        } catch (InterruptedException stopped) {
          Thread.currentThread().interrupt();
          throw new KafkaException(stopped);
        }
      }

      @Override
      public void close() {}
    };
  }

  /** Each question may have begun one more, which need not have opened anything yet. */
  @AfterEach
  void stop() throws Exception {
    for (Thread each : Thread.getAllStackTraces().keySet()) {
      if (each.getName().equals("weir-floor-test")) {
        each.interrupt();
        each.join();
      }
    }
  }

  private void find(Look look) throws InterruptedException {
    assertThat(looks.offer(look, 30, TimeUnit.SECONDS)).as("a look").isTrue();
  }

  private void find(long logTime, long at) throws InterruptedException {
    find(() -> Optional.of(new FoundFloor(logTime, new RunCommits(at, at))));
  }

  /** The look after it begins when all of this one is done. */
  private void andThenNothing() throws InterruptedException {
    find(Optional::empty);
  }

  @Test
  void itRisesWithWhatIsFound() throws Exception {
    FloorFollower follower = follower(NEVER);
    assertThat(follower.logTime()).isEqualTo(Floor.UNKNOWN);
    find(70, BEGUN);
    andThenNothing();
    assertThat(follower.logTime()).isEqualTo(70);
    find(80, BEGUN + 1);
    andThenNothing();
    assertThat(follower.logTime()).isEqualTo(80);
  }

  @Test
  void itNeverFalls() throws Exception {
    FloorFollower follower = follower(NEVER);
    follower.logTime();
    find(70, BEGUN);
    find(60, BEGUN + 1);
    andThenNothing();
    assertThat(follower.logTime()).isEqualTo(70);
  }

  @Test
  void whatIsAwayIsNotWaitedForAndLooksAreRepeated() throws Exception {
    FloorFollower follower = follower(NEVER);
    follower.logTime();
    find(70, BEGUN);
    find(
        () -> {
          throw new KafkaException("away");
        });
    assertThat(follower.logTime()).isEqualTo(70);
    find(80, BEGUN + 1);
    andThenNothing();
    assertThat(follower.logTime()).isEqualTo(80);
    assertThat(opened).hasValue(2);
  }

  @Test
  void itEndsWhenNobodyAsksAndBeginsAgain() throws Exception {
    FloorFollower follower = follower(AT_ONCE);
    follower.logTime();
    find(70, BEGUN);
    looker.join();
    assertThat(follower.logTime()).isEqualTo(70);
    find(80, BEGUN + 1);
    looker.join();
    assertThat(follower.logTime()).isEqualTo(80);
  }

  /** On Spark offsets are committed by the clock alone. */
  @Test
  void whatIsNotTakenThroughAllStepsIsWaitedFor() throws Exception {
    FloorFollower follower = follower(NEVER);
    taken = BEGUN;
    follower.logTime();
    find(70, BEGUN);
    find(80, BEGUN + 50);
    andThenNothing();
    assertThat(follower.logTime()).isEqualTo(Floor.UNKNOWN);
    taken = BEGUN + 50;
    follower.logTime();
    andThenNothing();
    andThenNothing();
    assertThat(follower.logTime()).isEqualTo(70);
    taken = BEGUN + 51;
    follower.logTime();
    andThenNothing();
    andThenNothing();
    assertThat(follower.logTime()).isEqualTo(80);
  }

  /** A run that its engine has restarted may read again what it had read before. */
  @Test
  void whatWasReadBeforeThisProcessBeganDoesNotCount() throws Exception {
    FloorFollower follower = follower(NEVER);
    follower.logTime();
    find(() -> Optional.of(new FoundFloor(70, new RunCommits(BEGUN - 1, BEGUN + 5))));
    andThenNothing();
    assertThat(follower.logTime()).isEqualTo(Floor.UNKNOWN);
    find(() -> Optional.of(new FoundFloor(60, new RunCommits(BEGUN, BEGUN + 5))));
    andThenNothing();
    assertThat(follower.logTime()).isEqualTo(60);
  }
}
