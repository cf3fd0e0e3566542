package weir.form;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import weir.fields.Millionths;
import weir.model.MalformedTransactionException;
import weir.model.Money;
import weir.model.Times;

/** The range of every field of a transaction, and the sentence for a value outside it. */
public final class TransactionRanges {
  /** How many characters of UTF-16 an id may have. */
  public static final int MAX_ID = 256;

  /** How many any other text may have. */
  public static final int MAX_TEXT = 1024;

  private static final int MAX_NUMBER = 64;
  private static final char LAST_OF_ASCII = 127;

  private TransactionRanges() {}

  static String id(String field, @Nullable String value) throws MalformedTransactionException {
    return required(field, optionalId(field, value));
  }

  /** Optional text with the bounds of an id. */
  static @Nullable String optionalId(String field, @Nullable String value)
      throws MalformedTransactionException {
    String text = text(field, value);
    if (text != null && text.length() > MAX_ID) {
      throw new MalformedTransactionException(field + " is longer than " + MAX_ID + " characters");
    }
    return text;
  }

  /** Optional text; blank is as good as absent. */
  static @Nullable String text(String field, @Nullable String value)
      throws MalformedTransactionException {
    if (value == null || value.isBlank()) {
      return null;
    }
    if (value.length() > MAX_TEXT) {
      throw new MalformedTransactionException(
          field + " is longer than " + MAX_TEXT + " characters");
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == 0) {
        throw new MalformedTransactionException(field + " contains a NUL character");
      }
      if (Character.isSurrogate(c)) {
        boolean pair =
            Character.isHighSurrogate(c)
                && i + 1 < value.length()
                && Character.isLowSurrogate(value.charAt(i + 1));
        if (!pair) {
          throw new MalformedTransactionException(field + " contains half a character");
        }
        i++;
      }
    }
    return value;
  }

  static String currency(String field, @Nullable String value)
      throws MalformedTransactionException {
    String currency = required(field, value);
    if (Money.digits(currency) < 0) {
      throw new MalformedTransactionException(field + " is not a code of ISO 4217");
    }
    return currency;
  }

  static long amountMinor(String field, @Nullable String value, String currency)
      throws MalformedTransactionException {
    BigDecimal amount = number(field, required(field, value));
    if (amount.signum() < 0) {
      throw new MalformedTransactionException(field + " is below zero");
    }
    try {
      return Money.toMinor(amount, Money.digits(currency));
    } catch (ArithmeticException notExact) {
      throw new MalformedTransactionException(
          field + " is too large or has more decimals than " + currency + " has");
    }
  }

  /** Epoch milliseconds, or ISO-8601 with an offset. */
  static long time(String field, @Nullable String value) throws MalformedTransactionException {
    String text = required(field, value);
    long time;
    try {
      boolean number = text.length() < 20 && isBetween(text, '0', '9');
      time = number ? Long.parseLong(text) : OffsetDateTime.parse(text).toInstant().toEpochMilli();
    } catch (NumberFormatException | DateTimeException | ArithmeticException wrong) {
      throw new MalformedTransactionException(
          field + " is neither epoch milliseconds nor ISO-8601 with an offset");
    }
    if (!Times.isUsable(time)) {
      throw new MalformedTransactionException(field + " is not " + Times.BOUNDS);
    }
    return time;
  }

  static @Nullable Double degrees(String field, @Nullable String value, int limit)
      throws MalformedTransactionException {
    if (value == null) {
      return null;
    }
    double degrees = number(field, value).doubleValue();
    if (Math.abs(degrees) > limit) {
      throw new MalformedTransactionException(
          field + " is not between -" + limit + " and " + limit);
    }
    // Minus zero is the same place as zero, and shall be the same value.
    return degrees + 0.0;
  }

  /** A declared number, from a JSON number. */
  static @Nullable Long millionths(String field, @Nullable String value)
      throws MalformedTransactionException {
    try {
      return value == null ? null : Millionths.of(new BigDecimal(value));
    } catch (ArithmeticException | NumberFormatException beyond) {
      throw new MalformedTransactionException(
          field + " has more than " + Millionths.DIGITS + " digits before the point");
    }
  }

  private static BigDecimal number(String field, String value)
      throws MalformedTransactionException {
    try {
      // The JDK would take the digits of any script.
      if (value.length() <= MAX_NUMBER && isBetween(value, (char) 0, LAST_OF_ASCII)) {
        return new BigDecimal(value);
      }
    } catch (NumberFormatException wrong) {
      // said below
    }
    throw new MalformedTransactionException(field + " is not a number");
  }

  private static boolean isBetween(String text, char first, char last) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < first || c > last) {
        return false;
      }
    }
    return true;
  }

  private static String required(String field, @Nullable String value)
      throws MalformedTransactionException {
    if (value == null || value.isEmpty()) {
      throw new MalformedTransactionException(field + " is missing");
    }
    return value;
  }
}
