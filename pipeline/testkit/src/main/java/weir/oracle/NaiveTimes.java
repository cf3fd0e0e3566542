package weir.oracle;

/** Lengths of time in words. */
final class NaiveTimes {
  private NaiveTimes() {}

  static String text(long millis) {
    String text =
        part(millis / 86_400_000, "d")
            + part(millis / 3_600_000 % 24, "h")
            + part(millis / 60_000 % 60, "min")
            + part(millis / 1000 % 60, "s")
            + part(millis % 1000, "ms");
    return text.isEmpty() ? "0 s" : text.strip();
  }

  private static String part(long count, String unit) {
    return count == 0 ? "" : count + " " + unit + " ";
  }
}
