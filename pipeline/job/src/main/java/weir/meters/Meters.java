package weir.meters;

import weir.model.Alert;
import weir.model.RejectReason;

/**
 * The names of the pipeline's metrics. Nearly all are counters, because counts of workers add up on
 * every engine. A distribution, such as a latency, is counted by bounds ({@link Spread}), because
 * Beam's own distributions reach Prometheus as zeros on Flink.
 */
public final class Meters {
  public static final String NAMESPACE = "weir";

  /** Records read from the log. */
  public static final String RECORDS = "records";

  /** Accepted records whose key is not their user's id. */
  public static final String NOT_KEYED_BY_USER = "not-keyed-by-user";

  /** How long the oldest record of the newest bundle had been in the log, in milliseconds. */
  public static final String LOG_LAG = "log-lag-ms";

  /** Transactions that were new to their user's history. */
  public static final String JUDGED = "judged";

  /** Accepted records that repeat a known transaction. */
  public static final String REPEATED = "repeated";

  /** How many transactions a user's history holds, by samples. */
  public static final String HISTORY_SIZE = "history-size";

  /** From the event of a transaction to an alert about it, in milliseconds. */
  public static final String ALERT_LATENCY = "alert-latency-ms";

  /** The number of the book that judged the newest record of the newest bundle. */
  public static final String BOOK = "book";

  /** How long that book has been in force, in seconds. */
  public static final String BOOK_AGE = "book-age-s";

  /** Labels that were heard. */
  public static final String LABELS = "labels";

  /** Records of the control topic that are no notices. */
  public static final String NOTICES_REFUSED = "notices-refused";

  /** How often a step had to wait until the control topic was known far enough. */
  public static final String CONTROL_WAITS = "control-waits";

  /** How long these waits were together, in milliseconds. */
  public static final String CONTROL_WAIT = "control-wait-ms";

  /** The log time before which all transactions have been through all steps, in milliseconds. */
  public static final String FLOOR = "floor-ms";

  /** How old that log time is, in seconds. */
  public static final String FLOOR_AGE = "floor-age-s";

  /** Transactions that came to a step for the first time below the floor: there should be none. */
  public static final String BELOW_FLOOR = "below-floor";

  /** How many digits of a model's name tell it from others. */
  private static final int SHORT_NAME = 8;

  private Meters() {}

  /** Records that are not judged, by why. */
  public static String deadLetters(RejectReason reason) {
    return "dead-letters-" + reason.code();
  }

  /** Alerts of a rule that were raised, or raised again by an arrival that has seen more. */
  public static String alertsRaised(String ruleId) {
    return "alerts-raised-" + ruleId;
  }

  /** Alerts that were raised, by what they amount to. */
  public static String alerts(Alert.Mode mode) {
    return "alerts-" + mode.code();
  }

  /** Alerts of a rule that were withdrawn. */
  public static String alertsWithdrawn(String ruleId) {
    return "alerts-withdrawn-" + ruleId;
  }

  /** The first digits of a model's name, by which metrics and messages call it. */
  public static String shortName(String model) {
    return model.substring(0, SHORT_NAME);
  }

  /** How many payments were counted of those that a model was asked about. */
  public static String modelCounted(String model) {
    return "model-counted-" + shortName(model);
  }

  /** How far a model's scores have gone from training, in thousandths. */
  public static String modelScoreDrift(String model) {
    return "model-score-drift-" + shortName(model);
  }

  /** How far an input has gone from training, in thousandths. */
  public static String modelInputDrift(String model, String input) {
    return "model-input-drift-" + shortName(model) + "-" + input;
  }

  /** How many values of a spread are at most so great. */
  public static String atMost(String spread, long bound) {
    return spread + "-le-" + bound;
  }

  /** How many values a spread has in all. */
  public static String all(String spread) {
    return spread + "-le-inf";
  }

  /** The sum of the values of a spread. */
  public static String sum(String spread) {
    return spread + "-sum";
  }
}
