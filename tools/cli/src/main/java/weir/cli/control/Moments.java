package weir.cli.control;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import weir.files.Durations;
import weir.model.Times;

/** Moments as people write them: a time with its offset, or a length of time from now. */
public final class Moments {
  private Moments() {}

  /**
   * Epoch milliseconds; throws {@link IllegalArgumentException} with a sentence if it is neither.
   */
  public static long parse(String text) {
    long millis;
    try {
      millis = DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from).toEpochMilli();
    } catch (DateTimeException | ArithmeticException noMoment) {
      millis = fromNow(text);
    }
    if (!Times.isUsable(millis)) {
      throw new IllegalArgumentException("'" + text + "' is no moment " + Times.BOUNDS);
    }
    return millis;
  }

  private static long fromNow(String text) {
    try {
      return System.currentTimeMillis() + Durations.parse(text);
    } catch (IllegalArgumentException neither) {
      throw new IllegalArgumentException(
          "'"
              + text
              + "' is no time, expected one such as 2026-12-24T18:00:00Z, 2026-12-24T19:00+01:00,"
              + " or a length of time from now such as 2 h",
          neither);
    }
  }

  /** Any moment. */
  public static final class Any implements ITypeConverter<Long> {
    @Override
    public Long convert(String text) {
      try {
        return parse(text);
      } catch (IllegalArgumentException wrong) {
        throw new TypeConversionException(String.valueOf(wrong.getMessage()));
      }
    }
  }

  /** The moment from which something is to hold, which is not past. */
  public static final class From implements ITypeConverter<Long> {
    @Override
    public Long convert(String text) {
      long millis = new Any().convert(text);
      if (millis < System.currentTimeMillis()) {
        throw new TypeConversionException(
            "'"
                + text
                + "' is past, and what has been judged keeps its answers; leave it out for as soon"
                + " as possible");
      }
      return millis;
    }
  }
}
