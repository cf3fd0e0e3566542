package weir.learn;

/**
 * A part of a log.
 *
 * @param from the time of its first transaction, in epoch milliseconds
 * @param to the time of its last one
 * @param rows how many transactions
 * @param frauds how many of them are labelled as fraud
 */
public record Span(long from, long to, long rows, long frauds) {}
