package weir.notice;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One record of a control topic: something changes, and who says so. */
public sealed interface Notice {
  /** Who changed it. */
  String author();

  /** Why; may be empty. */
  String comment();

  /** Hands it to the case that it is. */
  <T> T match(Function<Book, T> book, Function<Cancel, T> cancel);

  /**
   * A rule book.
   *
   * @param from when it is to be in force, in epoch milliseconds; absent if as soon as may be
   * @param text the YAML
   */
  record Book(String author, String comment, @Nullable Long from, String text) implements Notice {
    @Override
    public <T> T match(Function<Book, T> book, Function<Cancel, T> cancel) {
      return book.apply(this);
    }
  }

  /**
   * That a book shall not come into force.
   *
   * @param number of the book
   */
  record Cancel(String author, String comment, int number) implements Notice {
    @Override
    public <T> T match(Function<Book, T> book, Function<Cancel, T> cancel) {
      return cancel.apply(this);
    }
  }
}
