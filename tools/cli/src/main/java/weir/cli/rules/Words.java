package weir.cli.rules;

import java.util.Comparator;
import java.util.Locale;
import weir.book.Charter;
import weir.files.Durations;
import weir.model.Json;
import weir.notice.Announced;
import weir.notice.Books;

/** How books and times are called. */
final class Words {
  private static final long A_SECOND = 1000;
  private static final long A_MINUTE = 60 * A_SECOND;
  private static final long AN_HOUR = 60 * A_MINUTE;
  private static final long A_DAY = 24 * AN_HOUR;

  private Words() {}

  static String rules(int count) {
    return count == 1 ? "1 rule" : String.format(Locale.ROOT, "%,d rules", count);
  }

  static String from(Announced book) {
    return book.inForceFrom() == Announced.FROM_THE_BEGINNING
        ? "the beginning"
        : Json.time(book.inForceFrom());
  }

  static String charter(Charter charter) {
    return "horizon "
        + Durations.print(charter.horizonMillis())
        + ", allowedLateness "
        + Durations.print(charter.allowedLatenessMillis())
        + ", allowedClockSkew "
        + Durations.print(charter.allowedClockSkewMillis())
        + ", lead "
        + Durations.print(charter.leadMillis());
  }

  /** "in 10 s", from the first time to the second; large ones need not be exact. */
  static String in(long now, long then) {
    long left = Math.max(0, then - now);
    if (left < A_MINUTE * 2) {
      return "in " + (left + A_SECOND - 1) / A_SECOND + " s";
    }
    if (left < AN_HOUR * 2) {
      return "in " + Math.round((double) left / A_MINUTE) + " min";
    }
    return left < A_DAY * 2
        ? "in " + Math.round((double) left / AN_HOUR) + " h"
        : "in " + Math.round((double) left / A_DAY) + " d";
  }

  /** Where another book takes over from one that begins at this time: a sentence, or nothing. */
  static String takenOver(Books books, long from) {
    return books.all().stream()
        .filter(each -> !each.cancelled() && each.inForceFrom() > from)
        .min(Comparator.comparingLong(Announced::inForceFrom))
        .map(next -> "Book " + next.number() + " takes over at " + from(next) + ".")
        .orElse("");
  }
}
