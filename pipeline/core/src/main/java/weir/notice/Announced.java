package weir.notice;

/**
 * A book as it was announced.
 *
 * @param at when it was announced, in epoch milliseconds of the log
 * @param inForceFrom the log time of the first record that it judges, unless it is cancelled or
 *     another is in force by then
 */
public record Announced(
    NumberedBook book,
    long at,
    long inForceFrom,
    String author,
    String comment,
    String text,
    boolean cancelled) {

  /** The first book judges whatever is older than all others. */
  public static final long FROM_THE_BEGINNING = Long.MIN_VALUE;

  public int number() {
    return book.number();
  }

  Announced cancel() {
    return new Announced(book, at, inForceFrom, author, comment, text, /* cancelled= */ true);
  }
}
