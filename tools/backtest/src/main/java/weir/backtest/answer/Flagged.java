package weir.backtest.answer;

/**
 * Payments that any live rule flags.
 *
 * @param before by the side to compare with
 * @param after by the side that is tried
 */
public record Flagged(Figures before, Figures after, Change change) {}
