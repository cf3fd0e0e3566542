package weir.score;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/**
 * What became of one kind of attack, or of one kind of what looks like an attack.
 *
 * @param campaigns how many there were
 * @param noticed how many of them any rule raised an alert about
 * @param byRule how many each rule did
 * @param medianDelayMillis how long after the first payment, in event time
 * @param p95DelayMillis how long for all but one in twenty
 * @param medianPayments how many payments had been made by then
 */
public record KindScore(
    String kind,
    boolean isFraud,
    long campaigns,
    long noticed,
    Map<String, Long> byRule,
    long medianDelayMillis,
    long p95DelayMillis,
    long medianPayments) {

  public double recall() {
    return Shares.of(noticed, campaigns);
  }

  public double recallBy(String ruleId) {
    return Shares.of(byRule.getOrDefault(ruleId, 0L), campaigns);
  }

  /** The rule that noticed the most of them. */
  public Optional<String> bestRule() {
    return byRule.entrySet().stream()
        .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .map(Map.Entry::getKey);
  }

  static final Comparator<KindScore> ORDER =
      Comparator.comparing(KindScore::isFraud).reversed().thenComparing(KindScore::kind);
}
