package weir.backtest.answer;

/**
 * Two rules that have an alert about the same payments, in whatever mode.
 *
 * @param one the id of the first, in the order of the book
 * @param payments how many both are about
 * @param ofOne how many the first is about
 * @param ofOther how many the other is about
 */
public record Overlap(String one, String other, long payments, long ofOne, long ofOther) {}
