package weir.oracle;

import weir.book.RuleBook;

/**
 * The settings of a hostile log. Shares are in thousandths of the transactions.
 *
 * @param transactions how many there are before duplicates and bad records are added
 * @param meanGapMillis the mean time from one transaction to the next, over all users
 * @param pauseMillis the length of the two pauses, a third and two thirds through the log
 * @param idMemoryMillis how long before a record's log time its id may have been used and is still
 *     known
 * @param outOfOrder those that reach the log at any accepted time, not at once
 * @param edges those that are as late or as early as is accepted, to the millisecond
 * @param ties those at a whole second, so that a user has several at one instant
 * @param repeated those that are sent again
 * @param contradicted those whose id comes again with other content
 * @param reused those whose id comes again when it is about to be forgotten or already is
 * @param notAccepted those followed by a transaction that is too late or too far ahead of the log
 * @param malformed those followed by a record that is no transaction
 */
public record HostileSettings(
    int users,
    int partitions,
    int transactions,
    int meanGapMillis,
    long pauseMillis,
    long latenessMillis,
    long skewMillis,
    long idMemoryMillis,
    int outOfOrder,
    int edges,
    int ties,
    int repeated,
    int contradicted,
    int reused,
    int notAccepted,
    int malformed) {

  /** Everything that can go wrong, with the bounds of this book. */
  public static HostileSettings of(
      RuleBook book, int users, int partitions, int transactions, int meanGapMillis) {
    return new HostileSettings(
        users,
        partitions,
        transactions,
        meanGapMillis,
        // Two pauses are longer than ids are known, so the last third finds histories forgotten.
        book.idMemoryMillis() * 6 / 10,
        book.allowedLatenessMillis(),
        book.allowedClockSkewMillis(),
        book.idMemoryMillis(),
        200,
        100,
        250,
        50,
        50,
        10,
        50,
        25);
  }
}
