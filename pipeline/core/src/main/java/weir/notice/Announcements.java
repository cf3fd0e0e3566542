package weir.notice;

import java.io.Serializable;
import weir.book.RuleBook;

/** What is known of the notices. */
public interface Announcements extends Serializable {
  /**
   * The books as far as they must be known to judge what reached the log at this time. If they are
   * not known that far it waits: a guess could be another than somebody else's.
   */
  Books knownAt(long logTime);

  /** How many records are known that were to be notices and are none. */
  default int refused() {
    return 0;
  }

  /** One book for all time. */
  static Announcements always(RuleBook book) {
    return always(book, "");
  }

  /**
   * The same.
   *
   * @param text the YAML of the book
   */
  static Announcements always(RuleBook book, String text) {
    return new OneBook(book, text);
  }
}
