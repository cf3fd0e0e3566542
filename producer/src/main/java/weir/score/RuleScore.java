package weir.score;

/**
 * The alerts of one rule.
 *
 * @param right how many alerts concern an attack, by the judged payment or by its evidence
 * @param onLookAlikes how many concern only look-alikes
 * @param onOrdinary how many concern nothing that was staged
 */
public record RuleScore(
    String ruleId, long alerts, long right, long onLookAlikes, long onOrdinary) {

  public double precision() {
    return Shares.of(right, alerts);
  }
}
