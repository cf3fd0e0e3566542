package weir.notice;

import org.jspecify.annotations.Nullable;
import weir.book.RuleBook;

/** A book that nothing replaces. */
final class OneBook implements Announcements {
  private static final long serialVersionUID = 1L;

  private final RuleBook book;
  private transient @Nullable Books books;

  OneBook(RuleBook book) {
    this.book = book;
  }

  @Override
  public Books knownAt(long logTime) {
    Books known = books;
    if (known == null) {
      known = Books.always(book);
      books = known;
    }
    return known;
  }
}
