package weir.bench.chaos;

import java.util.Locale;
import weir.contract.Damage;

/**
 * What a fault did.
 *
 * @param repeated alerts that were said again, before readers merge them
 * @param seconds from the fault until an alert about what was sent after it was in the database
 */
record Outcome(String engine, Fault fault, Damage damage, long repeated, double seconds) {
  static final String HEADER =
      """
      | killed | engine | lost | wrong or double | said again, merged away | seconds to recover |
      |---|---|---|---|---|---|""";

  String row() {
    return String.format(
        Locale.ROOT,
        "| %s | %s | %d | %d | %,d | %.1f |",
        fault.label(),
        engine,
        damage.lost(),
        damage.wrong(),
        repeated,
        seconds);
  }
}
