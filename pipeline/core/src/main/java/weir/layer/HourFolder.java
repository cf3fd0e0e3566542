package weir.layer;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Folders by date and hour in UTC, in the form that query engines know as partitions. */
public final class HourFolder {
  private static final long HOUR = Duration.ofHours(1).toMillis();
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("'date='uuuu-MM-dd'/hour='HH", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private static final Pattern IN_PATH =
      Pattern.compile("date=(-?\\d{4,}-\\d\\d-\\d\\d)[/\\\\]hour=(\\d\\d)[/\\\\][^/\\\\]*$");

  private HourFolder() {}

  /** The hour of a time, counted from the epoch. */
  public static long hourOf(long millis) {
    return Math.floorDiv(millis, HOUR);
  }

  /** The hour in whose folder a file is, if it is in one. */
  public static OptionalLong hourOf(String file) {
    Matcher found = IN_PATH.matcher(file);
    return found.find()
        ? OptionalLong.of(
            LocalDate.parse(found.group(1)).toEpochDay() * 24 + Long.parseLong(found.group(2)))
        : OptionalLong.empty();
  }

  /** The folder of an hour. */
  public static String of(long hour) {
    return FORM.format(Instant.ofEpochMilli(hour * HOUR));
  }
}
