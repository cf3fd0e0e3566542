package weir.backtest.answer;

import org.jspecify.annotations.Nullable;

/**
 * What came of a rule, or of several, on one side.
 *
 * @param alerts how many stand; where several rules count together, how many payments they flag
 * @param perDay the same a day
 * @param users how many they are about
 * @param hits how right they were; absent where nothing is labelled. Totals over a whole window are
 *     about no single payment, and are not among them.
 */
public record Figures(long alerts, double perDay, long users, @Nullable Hits hits) {}
