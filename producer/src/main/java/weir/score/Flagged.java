package weir.score;

/**
 * The payments that alerts are about, as those who look at payments one by one see them: evidence
 * does not count.
 *
 * @param by what the alerts are of
 * @param payments how many payments alerts are about
 * @param frauds how many of these were frauds
 * @param allFrauds how many frauds there were
 */
public record Flagged(String by, long payments, long frauds, long allFrauds) {

  public double precision() {
    return Shares.of(frauds, payments);
  }

  public double recall() {
    return Shares.of(frauds, allFrauds);
  }
}
