package weir.dashboard.live;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import weir.labels.RuleScores;

/**
 * The present state, for the page, the metrics and the health check.
 *
 * @param log how far the log is; nothing while Kafka is away
 * @param scores how right rules were by what was labelled since, as the database said last
 */
public record Live(
    Feed feed,
    Rates rates,
    DeadLetters deadLetters,
    Source kafka,
    Source postgres,
    Judging judging,
    AtomicReference<LogWatch.@Nullable Position> log,
    AtomicReference<RuleScores> scores) {

  public static Live of(boolean kafka, boolean postgres) {
    return new Live(
        new Feed(),
        new Rates(),
        new DeadLetters(),
        new Source(kafka),
        new Source(postgres),
        new Judging(() -> TimeUnit.NANOSECONDS.toMillis(System.nanoTime())),
        new AtomicReference<>(),
        new AtomicReference<>(RuleScores.NONE));
  }

  /** Since when transactions arrive without being judged; nothing while a source is away. */
  public @Nullable Long stalledSince() {
    return kafka.isUp() && !isAway(postgres) ? judging.stalledSince(hasAnswers()) : null;
  }

  /** Whether transactions are judged, as far as that can be told. */
  public Health health() {
    if (isAway(kafka) || isAway(postgres)) {
      return Health.UNKNOWN;
    }
    Health health = judging.health(hasAnswers());
    return judging.commits() ? health.with(lag().unread(), rates.transactionRate()) : health;
  }

  private static boolean isAway(Source source) {
    Source.State state = source.status().state();
    return state != Source.State.UP && state != Source.State.OFF;
  }

  private boolean hasAnswers() {
    return feed.newestDetectedAt() != Long.MIN_VALUE || !deadLetters.byReason().isEmpty();
  }

  public Lag lag() {
    LogWatch.Position position = log.get();
    return position == null ? Lag.UNKNOWN : Lag.of(position, feed.newestEventTime());
  }
}
