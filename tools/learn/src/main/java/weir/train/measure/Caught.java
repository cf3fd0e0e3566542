package weir.train.measure;

/**
 * What alerts amount to.
 *
 * @param frauds how many of the alerts are frauds
 * @param ofFrauds how many frauds there are in all
 */
public record Caught(int alerts, int frauds, int ofFrauds) {
  /** Which part of the alerts are frauds; not a number if there are no alerts. */
  public double precision() {
    return (double) frauds / alerts;
  }

  /** Which part of the frauds are alerts; not a number if there are no frauds. */
  public double recall() {
    return (double) frauds / ofFrauds;
  }
}
