package weir.bench.chaos;

import java.util.Locale;
import weir.contract.Damage;

/**
 * What a fault did.
 *
 * @param repeated how many alerts were sent again, before readers merge them
 * @param seconds from the fault, or from the server's return, until the database had an alert about
 *     a later transaction
 */
record Outcome(
    String engine,
    Fault fault,
    Absence absence,
    Damage damage,
    long repeated,
    double seconds,
    String report) {
  static final String HEADER =
      """
      | killed | when | engine | lost | wrong or double | said again, merged away | seconds to recover | the job |
      |---|---|---|---|---|---|---|---|""";

  /** The row of a trial that came to no end. */
  static String failed(TargetEngine engine, Fault fault, String why) {
    return "| " + fault.label() + " | | " + engine.label() + " | | | | | failed: " + why + " |";
  }

  String row() {
    return String.format(
        Locale.ROOT,
        "| %s | %s | %s | %d | %d | %,d | %.1f | %s |",
        fault.label(),
        absence.label(),
        engine,
        damage.lost(),
        damage.wrong(),
        repeated,
        seconds,
        report);
  }
}
