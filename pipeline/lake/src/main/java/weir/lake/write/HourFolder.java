package weir.lake.write;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Folders by date and hour in UTC, in the form that query engines know as partitions. */
final class HourFolder {
  private static final long HOUR = Duration.ofHours(1).toMillis();
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("'date='uuuu-MM-dd'/hour='HH", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private HourFolder() {}

  /** The hour of a time, counted from the epoch. */
  static long hourOf(long millis) {
    return Math.floorDiv(millis, HOUR);
  }

  static String of(long hour) {
    return FORM.format(Instant.ofEpochMilli(hour * HOUR));
  }
}
