package weir.score;

/**
 * What one rule raised.
 *
 * @param right how many of its alerts concern an attack, by the judged payment or by its evidence
 * @param onLookAlikes how many concern only what looks like an attack
 * @param onOrdinary how many concern nothing that was staged
 */
public record RuleScore(
    String ruleId, long alerts, long right, long onLookAlikes, long onOrdinary) {

  public double precision() {
    return Shares.of(right, alerts);
  }
}
