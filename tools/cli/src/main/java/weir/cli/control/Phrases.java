package weir.cli.control;

import java.util.Locale;

/** How numbers and lengths of time are said. */
public final class Phrases {
  private static final long A_SECOND = 1000;
  private static final long A_MINUTE = 60 * A_SECOND;
  private static final long AN_HOUR = 60 * A_MINUTE;
  private static final long A_DAY = 24 * AN_HOUR;

  private Phrases() {}

  /** "1 rule", "2,000 rules". */
  public static String count(int count, String what) {
    return String.format(Locale.ROOT, "%,d %s%s", count, what, count == 1 ? "" : "s");
  }

  /** "in 10 s", from the first time to the second; large ones need not be exact. */
  public static String in(long now, long then) {
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
}
