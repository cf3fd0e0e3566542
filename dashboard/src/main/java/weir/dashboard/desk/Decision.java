package weir.dashboard.desk;

import org.jspecify.annotations.Nullable;

/**
 * A decision as it is shown.
 *
 * @param id grows with time; of one subject the newest stands
 * @param intent the same for all that was decided at once
 * @param at epoch milliseconds
 * @param kind what was decided, by its code
 * @param until when a snooze ends, in epoch milliseconds
 * @param undoes the decision that it takes back
 * @param restored what stands again since it took one back
 */
public record Decision(
    long id,
    String intent,
    long at,
    String who,
    String kind,
    String subject,
    String user,
    @Nullable String rule,
    String alertId,
    @Nullable String transactionId,
    long eventTime,
    String note,
    @Nullable Long until,
    @Nullable String undoes,
    @Nullable String restored) {

  /** What stands by it; absent if nothing does. */
  @Nullable String standing() {
    return kind.equals(Kind.UNDONE.code()) ? restored : kind;
  }
}
