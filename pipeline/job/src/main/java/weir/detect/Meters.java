package weir.detect;

import weir.model.RejectReason;

/**
 * The names of the pipeline's metrics. Nearly all are counters, because counts of workers add up on
 * every engine. A distribution, such as a latency, is counted by bounds ({@link Spread}), because
 * Beam's own distributions reach Prometheus as zeros on Flink.
 */
public final class Meters {
  public static final String NAMESPACE = "weir";

  /** Records read from the log. */
  static final String RECORDS = "records";

  /** Accepted records whose key is not their user's id. */
  static final String NOT_KEYED_BY_USER = "not-keyed-by-user";

  /** How long the oldest record of the newest bundle had been in the log, in milliseconds. */
  static final String LOG_LAG = "log-lag-ms";

  /** Transactions that were new to their user's history. */
  static final String JUDGED = "judged";

  /** Accepted records that repeat a known transaction. */
  static final String REPEATED = "repeated";

  /** How many transactions a user's history holds, by samples. */
  static final String HISTORY_SIZE = "history-size";

  /** From the event of a transaction to an alert about it, in milliseconds. */
  static final String ALERT_LATENCY = "alert-latency-ms";

  private Meters() {}

  /** Records that are not judged, by why. */
  static String deadLetters(RejectReason reason) {
    return "dead-letters-" + reason.code();
  }

  /** Alerts of a rule that were raised, or raised again by an arrival that has seen more. */
  static String alertsRaised(String ruleId) {
    return "alerts-raised-" + ruleId;
  }

  /** Alerts of a rule that were withdrawn. */
  static String alertsWithdrawn(String ruleId) {
    return "alerts-withdrawn-" + ruleId;
  }

  /** How many values of a spread are at most so great. */
  static String atMost(String spread, long bound) {
    return spread + "-le-" + bound;
  }

  /** How many values a spread has in all. */
  static String all(String spread) {
    return spread + "-le-inf";
  }

  /** The sum of the values of a spread. */
  static String sum(String spread) {
    return spread + "-sum";
  }
}
