package weir.dashboard.desk;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks the desk to do.
 *
 * @param id the same if it is asked again because no answer came
 * @param alert the alert that it is about; absent if it is about a user or a decision
 * @param user whose open alerts it is about
 * @param undo the decision to take back
 * @param kind what is decided; absent if one is taken back
 * @param until when a snooze ends, in epoch milliseconds
 * @param after the newest decision about the alert that was seen, 0 for none; absent if that does
 *     not matter
 * @param seenUntil alerts that were found later, in epoch milliseconds, are left alone
 */
public record Wish(
    UUID id,
    @Nullable String alert,
    @Nullable String user,
    @Nullable UUID undo,
    @Nullable Kind kind,
    String note,
    @Nullable Long until,
    @Nullable Long after,
    @Nullable Long seenUntil) {}
