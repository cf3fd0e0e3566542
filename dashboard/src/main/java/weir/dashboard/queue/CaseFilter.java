package weir.dashboard.queue;

import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import weir.dashboard.store.OpenCase;

/**
 * Which cases to show; an absent condition lets all pass.
 *
 * @param severity that of the gravest alert
 * @param rule by which one of the alerts was found
 * @param text what one of the alerts contains
 * @param amount the least money at stake, in whichever currency
 */
public record CaseFilter(
    @Nullable String severity,
    @Nullable String rule,
    @Nullable String user,
    @Nullable String text,
    @Nullable BigDecimal amount,
    @Nullable Held held) {

  /** Who works a case. */
  public enum Held {
    NOBODY,
    ME
  }

  /**
   * Whether a case passes, apart from who works it.
   *
   * @param containing the users of whose alerts one contains the text
   */
  boolean passes(OpenCase each, Set<String> containing) {
    return (severity == null || severity.equals(each.severity()))
        && (user == null || user.equals(each.user()))
        && (rule == null || each.rules().contains(rule))
        && (text == null || containing.contains(each.user()))
        && (amount == null
            || each.money().stream()
                .anyMatch(money -> new BigDecimal(money.amount()).compareTo(amount) >= 0));
  }

  /** Whether who works it is as wanted. */
  boolean passes(@Nullable Claim claim, String me) {
    return held == null
        || (held == Held.NOBODY ? claim == null : claim != null && claim.who().equals(me));
  }
}
