package weir.cli.rules;

import java.util.Comparator;
import java.util.stream.Collectors;
import weir.book.Charter;
import weir.cli.control.Phrases;
import weir.model.Json;
import weir.model.Printable;
import weir.notice.Announced;
import weir.notice.Books;

/** How books and times are called. */
final class Words {
  private Words() {}

  static String rules(int count) {
    return Phrases.count(count, "rule");
  }

  static String from(Announced book) {
    return book.inForceFrom() == Announced.FROM_THE_BEGINNING
        ? "the beginning"
        : Json.time(book.inForceFrom());
  }

  static String charter(Charter charter) {
    return charter.said().entrySet().stream()
        .map(each -> each.getKey() + " " + Printable.text(each.getValue()))
        .collect(Collectors.joining(", "));
  }

  /** Where another book takes over from one that begins at this time: a sentence, or nothing. */
  static String takenOver(Books books, long from) {
    return books.all().stream()
        .filter(each -> !each.cancelled() && each.inForceFrom() > from)
        .min(Comparator.comparingLong(Announced::inForceFrom))
        .map(next -> " Book " + next.number() + " takes over at " + from(next) + ".")
        .orElse("");
  }
}
