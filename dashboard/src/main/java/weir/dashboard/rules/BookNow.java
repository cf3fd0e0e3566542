package weir.dashboard.rules;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import weir.notice.Announced;
import weir.notice.Books;

/**
 * The book that a new one would take over from.
 *
 * @param text the YAML
 * @param from since when it is in force, or from when it will be; absent if from the beginning
 * @param rules how many it has
 */
public record BookNow(
    int number, @Nullable Long from, String author, String comment, int rules, String text) {

  /** The one that is in force when a book would be that is announced now. */
  static Optional<Announced> standing(Books books) {
    return books.isEmpty()
        ? Optional.empty()
        : Optional.of(books.announcedAt(books.listHoldsFrom(null, System.currentTimeMillis())));
  }

  static BookNow of(Announced book) {
    return new BookNow(
        book.number(),
        from(book),
        book.author(),
        book.comment(),
        book.book().book().rules().size(),
        book.text());
  }

  static @Nullable Long from(Announced book) {
    return book.inForceFrom() == Announced.FROM_THE_BEGINNING ? null : (Long) book.inForceFrom();
  }
}
