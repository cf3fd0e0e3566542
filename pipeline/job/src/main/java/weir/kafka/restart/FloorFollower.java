package weir.kafka.restart;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import weir.judge.Floor;
import weir.kafka.WhileAsked;

/**
 * Follows for a whole process how far a run is, while somebody asks. What is away is not waited
 * for: then the floor stays where it is.
 */
final class FloorFollower {
  private static final Logger LOG = LoggerFactory.getLogger(FloorFollower.class);
  private static final Map<FollowedRun, FloorFollower> ALL = new ConcurrentHashMap<>();

  private static final Duration REFRESH = Duration.ofSeconds(5);
  private static final Duration UNASKED = Duration.ofSeconds(30);

  /** An engine that is an hour behind its reading has this many; what comes then is left out. */
  private static final int MOST_WAITING = 720;

  private final TakenThrough taken;
  private final WhileAsked looking;
  private final Deque<FoundFloor> waiting = new ArrayDeque<>();
  private final long begun;
  private volatile long takenUntil = Long.MIN_VALUE;
  private volatile long logTime = Floor.UNKNOWN;

  /** Where floors are found. */
  interface Lookup extends AutoCloseable {
    /** Nothing, as long as nothing is known. */
    Optional<FoundFloor> look();

    @Override
    void close();
  }

  /**
   * A follower.
   *
   * @param lookup opens where floors are found
   * @param begun when this process began to follow
   */
  FloorFollower(
      String name,
      Supplier<? extends Lookup> lookup,
      TakenThrough taken,
      long begun,
      Duration refresh,
      Duration unasked) {
    this.taken = taken;
    this.begun = begun;
    this.looking =
        new WhileAsked(
            "weir-floor-" + name, () -> new Opened(lookup.get()), this::away, refresh, unasked);
  }

  static FloorFollower of(FollowedRun run) {
    FloorFollower known = ALL.get(run);
    return known == null
        ? ALL.computeIfAbsent(
            run,
            each ->
                new FloorFollower(
                    each.kafka().consumerGroup(),
                    () -> FloorLookup.open(each),
                    TakenThrough.here(),
                    System.currentTimeMillis(),
                    REFRESH,
                    UNASKED))
        : known;
  }

  long logTime() {
    looking.ask();
    long until = taken.until();
    if (until > takenUntil) {
      takenUntil = until;
    }
    return logTime;
  }

  private void away(RuntimeException why) {
    LOG.warn("How far the log was judged cannot be looked up: {}", why.getMessage());
  }

  /** Waits until what was read is taken through all steps. */
  private void take(FoundFloor found) {
    // An engine that was restarted may read again what this run had read before.
    if (found.commits().firstAt() >= begun && waiting.size() < MOST_WAITING) {
      waiting.addLast(found);
    }
  }

  private void rise() {
    while (!waiting.isEmpty() && waiting.getFirst().commits().lastAt() < takenUntil) {
      logTime = Math.max(logTime, waiting.removeFirst().logTime());
    }
  }

  private final class Opened implements WhileAsked.Place {
    private final Lookup lookup;

    Opened(Lookup lookup) {
      this.lookup = lookup;
    }

    @Override
    public boolean look() {
      lookup.look().ifPresent(FloorFollower.this::take);
      rise();
      return false;
    }

    @Override
    public void close() {
      lookup.close();
    }
  }
}
