package weir.backtest.tally;

import weir.book.Charter;
import weir.book.RuleBook;
import weir.notice.Announcements;
import weir.notice.Books;
import weir.rules.TotalInWindows;

/**
 * By what rules one side judges.
 *
 * @param name what people call them, such as the name of a file
 * @param charter of all of its books
 */
public record Side(String name, Charter charter, Announcements announcements) {

  /** The books as they were in force; there must be one. */
  public static Side inForce(String name, Books books) {
    return new Side(name, books.charter(), any -> books);
  }

  /**
   * One book for all time.
   *
   * @param beside what was announced; its lists are asked
   */
  public static Side always(String name, RuleBook book, Books beside) {
    Books books = beside.judgingBy(book);
    return new Side(name, book.charter(), any -> books);
  }

  /** Whether every record is accepted or rejected as on another side, with the same content. */
  public boolean acceptsAs(Side other) {
    return charter.layout().equals(other.charter.layout())
        && charter.allowedLatenessMillis() == other.charter.allowedLatenessMillis()
        && charter.allowedClockSkewMillis() == other.charter.allowedClockSkewMillis();
  }

  /** How long after the event time of a payment something can still change what is said of it. */
  public long openMillis() {
    return charter.allowedLatenessMillis() + charter.allowedClockSkewMillis();
  }

  /** How long the windows of totals are at most. */
  public long longestTotalMillis() {
    return announcements.knownAt(Long.MAX_VALUE).all().stream()
        .flatMap(each -> each.book().totals().stream())
        .mapToLong(TotalInWindows::windowMillis)
        .max()
        .orElse(0);
  }
}
