package weir.score;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/**
 * How well the rules noticed one kind of attack, or one kind of look-alike.
 *
 * @param campaigns how many campaigns there were
 * @param noticed how many of them at least one rule raised an alert about
 * @param payments how many payments there were in all of them
 * @param flagged how many of these payments were judged suspicious themselves
 * @param byRule how many each rule noticed
 * @param medianDelayMillis the time from the first payment to the first alert, in event time
 * @param p95DelayMillis the same for all but one in twenty
 * @param medianPayments how many payments had been made by the first alert
 */
public record KindScore(
    String kind,
    boolean isFraud,
    long campaigns,
    long noticed,
    long payments,
    long flagged,
    Map<String, Long> byRule,
    long medianDelayMillis,
    long p95DelayMillis,
    long medianPayments) {

  public double recall() {
    return Shares.of(noticed, campaigns);
  }

  /** The share of payments that were stopped, if an alert stops the payment that it judges. */
  public double flaggedShare() {
    return Shares.of(flagged, payments);
  }

  public double recallBy(String ruleId) {
    return Shares.of(byRule.getOrDefault(ruleId, 0L), campaigns);
  }

  /** The rule that noticed the most campaigns. */
  public Optional<String> bestRule() {
    return byRule.entrySet().stream()
        .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey);
  }

  static final Comparator<KindScore> ORDER =
      Comparator.comparing(KindScore::isFraud).reversed().thenComparing(KindScore::kind);
}
