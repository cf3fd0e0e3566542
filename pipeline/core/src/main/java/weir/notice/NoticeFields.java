package weir.notice;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import weir.model.Times;

/** The plain fields of a notice or of a member, each taken out once. */
final class NoticeFields {
  private static final int MOST_DIGITS = 15;
  private static final int MOST_DECIMALS = 6;

  private final Map<String, String> texts = new HashMap<>();

  /** Keeps the text of a field; returns whether it is the first of that name. */
  boolean put(String name, String text) {
    return texts.putIfAbsent(name, text) == null;
  }

  boolean has(String name) {
    return texts.containsKey(name);
  }

  /** The names of those that were not taken yet. */
  Set<String> left() {
    return texts.keySet();
  }

  String take(String name, int mostCharacters) throws IllegalNoticeException {
    String text = take(name);
    if (text.length() > mostCharacters) {
      throw new IllegalNoticeException(
          name + ": has " + text.length() + " characters, expected at most " + mostCharacters);
    }
    return text;
  }

  private String take(String name) throws IllegalNoticeException {
    String text = texts.remove(name);
    if (text == null) {
      throw new IllegalNoticeException(name + ": is missing");
    }
    return text;
  }

  /** A time in epoch milliseconds, or null if there is none. */
  @Nullable Long time(String name) throws IllegalNoticeException {
    String text = texts.remove(name);
    if (text == null) {
      return null;
    }
    try {
      long millis =
          DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from).toEpochMilli();
      if (Times.isUsable(millis)) {
        return millis;
      }
    } catch (DateTimeException | ArithmeticException wrong) {
      // Said below.
    }
    throw new IllegalNoticeException(
        name + ": found '" + text + "', expected a time such as 2026-12-24T18:00:00Z");
  }

  /** The number of a book. */
  int number(String name) throws IllegalNoticeException {
    String text = take(name);
    try {
      return new BigDecimal(text).intValueExact();
    } catch (ArithmeticException | NumberFormatException wrong) {
      throw new IllegalNoticeException(
          name + ": found '" + text + "', expected the number of a book");
    }
  }

  /** A number that is kept with a member, or null if there is none. */
  @Nullable BigDecimal value(String name) throws IllegalNoticeException {
    String text = texts.remove(name);
    if (text == null) {
      return null;
    }
    try {
      BigDecimal value = new BigDecimal(text);
      if (value.precision() <= MOST_DIGITS
          && value.scale() >= 0
          && value.scale() <= MOST_DECIMALS) {
        return value;
      }
    } catch (NumberFormatException wrong) {
      // Said below.
    }
    throw new IllegalNoticeException(
        name
            + ": found '"
            + text
            + "', expected a number of at most 15 digits, 6 of them behind the point");
  }
}
