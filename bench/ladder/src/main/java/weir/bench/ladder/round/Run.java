package weir.bench.ladder.round;

import org.jspecify.annotations.Nullable;
import weir.bench.ladder.arena.Contestant;
import weir.bench.ladder.log.Backlog;

/**
 * What one contestant did with one backlog. What could not be measured is absent, and a contestant
 * with wrong answers has no speed.
 *
 * @param verdict what its answers are worth
 * @param warmSpeed transactions a second from a third of the log to the last alert of the right
 *     answer
 * @param wholeSpeed transactions a second from the first alert to the last of the right answer
 * @param startSpeed transactions a second from the start of the JVM to the last alert of the right
 *     answer
 * @param warmProcessorSeconds processor time per million transactions, while it was warm
 * @param wholeProcessorSeconds the same from the start of the JVM
 * @param peakBytes the most memory that the process had
 * @param liveHeapBytes the largest heap after a collection
 * @param allocatedBytes what was allocated per transaction, while it was warm
 * @param records how many alert records the contestant wrote
 * @param alerts how many different alerts these records are about
 */
public record Run(
    String contestant,
    int round,
    long transactions,
    String verdict,
    @Nullable Double warmSpeed,
    @Nullable Double wholeSpeed,
    @Nullable Double startSpeed,
    @Nullable Double warmProcessorSeconds,
    @Nullable Double wholeProcessorSeconds,
    @Nullable Double peakBytes,
    @Nullable Double liveHeapBytes,
    @Nullable Double allocatedBytes,
    long records,
    long alerts) {

  static final String EXACT = "exact";
  static final String NOT_EXACT = "not exact";

  /** Whether the answers are what can be expected of the contestant. */
  public boolean isRight() {
    return verdict.equals(EXACT) || verdict.equals(NOT_EXACT);
  }

  /** A run that did not end. */
  public static Run failed(Contestant contestant, int round, Backlog backlog, String why) {
    return new Run(
        contestant.label(),
        round,
        backlog.size(),
        why,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        0,
        0);
  }
}
