package weir.backtest.tally;

import weir.model.Alert;

/**
 * A window of a total. The version of its rule does not tell it from another.
 *
 * @param currency totals of different currencies have nothing in common
 */
public record TotalWindow(String rule, String user, String currency, long end) {
  /** The one that an alert is about. */
  public static TotalWindow of(Alert alert) {
    return new TotalWindow(
        alert.ruleId(), alert.userId(), String.valueOf(alert.unit()), alert.windowEnd());
  }
}
