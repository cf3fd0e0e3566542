package weir.dashboard.live;

import org.jspecify.annotations.Nullable;

/**
 * How far the answers are behind the log.
 *
 * @param millis between the log time of the newest record and the event time of the newest alert on
 *     a transaction
 * @param unread how many records the pipeline has not committed
 * @param records how many records the log has had
 */
public record Lag(@Nullable Long millis, @Nullable Long unread, @Nullable Long records) {
  public static final Lag UNKNOWN = new Lag(null, null, null);

  static Lag of(LogWatch.Position log, long newestAlert) {
    boolean known = newestAlert != Long.MIN_VALUE && log.newestLogTime() >= 0;
    Long millis = known ? (Long) Math.max(0, log.newestLogTime() - newestAlert) : null;
    return new Lag(millis, log.unread(), log.records());
  }
}
