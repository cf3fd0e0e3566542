package weir.notice;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A member of a list.
 *
 * @param id compared as it is written, capital letters too
 * @param value a number that people give it
 * @param note why it is there; may be empty
 * @param until the log time from which it is there no longer, in epoch milliseconds
 */
public record Member(String id, @Nullable BigDecimal value, String note, @Nullable Long until) {

  public static Member of(String id) {
    return new Member(id, null, "", null);
  }

  boolean isThereAt(long logTime) {
    return until == null || logTime < until;
  }
}
