package weir.io.lake;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Folders by date and hour in UTC, in the form that query engines know as partitions. */
final class HourFolder {
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("'date='uuuu-MM-dd'/hour='HH", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private HourFolder() {}

  static String of(long time) {
    return FORM.format(Instant.ofEpochMilli(time));
  }
}
