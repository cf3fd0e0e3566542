package weir.files;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time as people write them: 500 ms, 30 s, 1 min, 6 h, 2 d. */
public final class Durations {
  private static final Pattern FORM = Pattern.compile("(\\d{1,9}) ?(ms|s|min|h|d)");
  private static final Map<String, Long> UNITS = new LinkedHashMap<>();

  static {
    UNITS.put("d", 86_400_000L);
    UNITS.put("h", 3_600_000L);
    UNITS.put("min", 60_000L);
    UNITS.put("s", 1000L);
    UNITS.put("ms", 1L);
  }

  private Durations() {}

  /** Milliseconds; throws {@link IllegalArgumentException} if the text is no length of time. */
  public static long parse(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not a length of time: " + text);
    }
    return Long.parseLong(matcher.group(1)) * UNITS.getOrDefault(matcher.group(2), 1L);
  }

  /** Exact and short: 90,061,000 ms are "1 d 1 h 1 min 1 s". */
  public static String print(long millis) {
    if (millis == 0) {
      return "0 s";
    }
    StringBuilder text = new StringBuilder();
    long rest = millis;
    for (Map.Entry<String, Long> unit : UNITS.entrySet()) {
      long count = rest / unit.getValue();
      rest %= unit.getValue();
      if (count > 0) {
        text.append(text.isEmpty() ? "" : " ").append(count).append(' ').append(unit.getKey());
      }
    }
    return text.toString();
  }
}
