package weir.notice;

import org.jspecify.annotations.Nullable;
import weir.book.RuleBook;

/** A book that nothing replaces. */
final class OneBook implements Announcements {
  private static final long serialVersionUID = 1L;

  private final RuleBook book;
  private final String text;
  private transient @Nullable Books books;

  OneBook(RuleBook book, String text) {
    this.book = book;
    this.text = text;
  }

  @Override
  public Books knownAt(long logTime) {
    Books known = books;
    if (known == null) {
      known = Books.always(book, text);
      books = known;
    }
    return known;
  }
}
