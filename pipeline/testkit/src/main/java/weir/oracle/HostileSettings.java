package weir.oracle;

import weir.book.RuleBook;

/**
 * What a hostile log is like. Shares are in thousandths of the transactions.
 *
 * @param transactions how many there are before duplicates and bad records are added
 * @param meanGapMillis the mean time from one to the next, over all users
 * @param pauseMillis how long nobody pays, a third and two thirds through the log
 * @param idMemoryMillis how long before its log time a record's id may have been used and be known
 * @param outOfOrder those that reach the log anywhere within what is accepted, not at once
 * @param edges those that reach it as late or as early as is accepted, to the millisecond
 * @param ties those at a whole second, so that a user has several at one instant
 * @param repeated those that come again
 * @param contradicted those whose id comes again with other content
 * @param reused those whose id comes again when it is about to be forgotten, or just was
 * @param notAccepted those with a companion that is late, or ahead of the log
 * @param malformed those with a companion that is no transaction
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
        // Two of them are longer than ids are known, so histories are forgotten in the third part.
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
