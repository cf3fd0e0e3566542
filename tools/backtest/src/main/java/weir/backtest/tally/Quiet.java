package weir.backtest.tally;

import org.jspecify.annotations.Nullable;
import weir.notice.NumberedBook;

/**
 * Payments that nobody flags and nobody has labelled: all that counts of them is how many they are.
 *
 * @param many at least one
 * @param first the event time of the first one
 * @param last the event time of the last one
 * @param before the book by which that side judged them; absent if it did not
 * @param after the same of the side that is tried
 */
public record Quiet(
    long many,
    long first,
    long last,
    @Nullable NumberedBook before,
    @Nullable NumberedBook after) {}
