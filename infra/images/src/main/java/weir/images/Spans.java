package weir.images;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import weir.failure.MisuseException;

/** Lengths of time as a compose file writes them. */
final class Spans {
  private static final Pattern SPAN = Pattern.compile("(\\d+h)?(\\d+m)?(\\d+s)?");

  private Spans() {}

  static Duration of(String text) {
    if (text.isEmpty() || !SPAN.matcher(text).matches()) {
      throw new MisuseException("compose file: '" + text + "' is no length of time");
    }
    return Duration.parse("PT" + text.toUpperCase(Locale.ROOT));
  }
}
