package weir.feature;

import java.io.Serializable;

/**
 * Which stretch of time a feature of a transaction is about: {@code (time − delay − window, time −
 * delay]}. With an edge it begins at the edge at or before that, which then belongs to it; and if
 * there is a delay as well, it ends at the last edge before its end, which does not belong to it.
 * So whatever lies between two edges is in it as a whole or not at all, unless it is of the newest.
 *
 * @param windowMillis how long it is
 * @param delayMillis how long before the transaction it ends
 * @param edgeMillis how far edges are apart; zero if there are none
 */
public record FeatureWindow(long windowMillis, long delayMillis, long edgeMillis)
    implements Serializable {
  private static final long MOST_EVIDENCE_MILLIS = 600_000;

  public FeatureWindow {
    if (windowMillis < 1 || delayMillis < 0 || edgeMillis < 0 || edgeMillis > windowMillis) {
      throw new IllegalArgumentException(
          "no window: " + windowMillis + ", " + delayMillis + ", " + edgeMillis);
    }
  }

  public boolean hasEdge() {
    return edgeMillis > 0;
  }

  /** The first millisecond of a transaction's window. */
  public long start(long time) {
    long far = time - delayMillis - windowMillis;
    return hasEdge() ? edgeOf(far) : far + 1;
  }

  /** The first millisecond after a transaction's window. */
  public long end(long time) {
    return hasEdge() && delayMillis > 0 ? edgeOf(time - delayMillis) : time - delayMillis + 1;
  }

  /** The edge at or before a time. */
  long edgeOf(long time) {
    return Math.floorDiv(time, edgeMillis) * edgeMillis;
  }

  /** How far back from a transaction it reaches: all that is in it is less than that ago. */
  public long reachMillis() {
    return delayMillis + windowMillis + edgeMillis;
  }

  /** How far back from a transaction others are needed one by one; what is older may be folded. */
  public long unfoldedMillis() {
    return hasEdge() ? Math.min(edgeMillis, MOST_EVIDENCE_MILLIS) : reachMillis();
  }

  /**
   * The first millisecond of that part of the window whose transactions are named as evidence. What
   * lies behind an edge may be folded, or may not be yet, and evidence must not tell.
   */
  public long evidenceStart(long time) {
    return hasEdge() ? Math.max(start(time), time - unfoldedMillis() + 1) : start(time);
  }

  /** The window of the same beginning that ends with the transaction. */
  public FeatureWindow upToNow() {
    return new FeatureWindow(windowMillis + delayMillis, 0, edgeMillis);
  }
}
