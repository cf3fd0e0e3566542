package weir.dashboard.store;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How far back the page looks, by the names that its address gives them. */
public enum Period {
  QUARTER("15m", Duration.ofMinutes(15)),
  HOUR("1h", Duration.ofHours(1)),
  DAY("1d", Duration.ofDays(1)),
  ALL("all", null);

  private final String code;
  private final long millis;

  Period(String code, @Nullable Duration length) {
    this.code = code;
    millis = length == null ? Long.MAX_VALUE : length.toMillis();
  }

  public String code() {
    return code;
  }

  /** When it begins, in epoch milliseconds, if it ends then. */
  public long beginsBefore(long end) {
    return Math.max(0, end - millis);
  }
}
