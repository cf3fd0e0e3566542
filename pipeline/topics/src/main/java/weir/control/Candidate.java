package weir.control;

import org.jspecify.annotations.Nullable;
import weir.book.RuleBook;
import weir.failure.MisuseException;
import weir.notice.Announced;
import weir.notice.BookChanges;
import weir.notice.Books;
import weir.notice.IllegalNoticeException;
import weir.notice.Notice;

/**
 * A text that may become the next book.
 *
 * @param next what its announcement makes of the books
 * @param standing what it takes over from; absent if it is the first
 */
public record Candidate(
    RuleBook book, Books next, @Nullable Announced standing, BookChanges changes) {

  /**
   * Looks at a text as the next book of a log; throws if it cannot be.
   *
   * @param file what the text is called in messages
   * @param from when it is to be in force; null for as soon as possible
   */
  public static Candidate of(
      String file, String text, Books books, String author, String comment, @Nullable Long from) {
    RuleBook book = books.read(file, text);
    Books next;
    try {
      next = books.with(new Notice.Book(author, comment, from, text), System.currentTimeMillis());
    } catch (IllegalNoticeException wrong) {
      throw new MisuseException(file + ": " + wrong.getMessage(), wrong);
    }
    if (books.isEmpty()) {
      return new Candidate(book, next, null, BookChanges.between(book, text, book, text));
    }
    long begin = next.all().get(next.all().size() - 1).inForceFrom();
    Announced standing = books.all().get(books.inForceAt(begin).number() - 1);
    BookChanges changes = BookChanges.between(standing.book().book(), standing.text(), book, text);
    return new Candidate(book, next, standing, changes);
  }

  /** The book that it would be. */
  public Announced announced() {
    return next.all().get(next.all().size() - 1);
  }

  /** Whether it says something else than the book that it takes over from. */
  public boolean isNew() {
    return standing == null || !changes.isNone();
  }
}
