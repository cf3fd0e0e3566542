package weir.cli.rules;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;
import weir.files.Durations;
import weir.model.Times;

/** From when a book is to hold: at a moment, or a length of time from now. */
final class From implements ITypeConverter<Long> {
  @Override
  public Long convert(String text) {
    long millis;
    try {
      millis = moment(text);
    } catch (DateTimeException | ArithmeticException noMoment) {
      millis = fromNow(text);
    }
    if (!Times.isUsable(millis)) {
      throw new TypeConversionException("'" + text + "' is no moment " + Times.BOUNDS);
    }
    if (millis < System.currentTimeMillis()) {
      throw new TypeConversionException(
          "'"
              + text
              + "' is past, and what has been judged keeps its answers; leave it out for as soon"
              + " as possible");
    }
    return millis;
  }

  private static long moment(String text) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from).toEpochMilli();
  }

  private static long fromNow(String text) {
    try {
      return System.currentTimeMillis() + Durations.parse(text);
    } catch (IllegalArgumentException neither) {
      throw new TypeConversionException(
          "'"
              + text
              + "' is no time, expected one such as 2026-12-24T18:00:00Z, 2026-12-24T19:00+01:00,"
              + " or a length of time from now such as 2 h");
    }
  }
}
