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

  /**
   * How far back from a transaction others are needed one by one; what is older may be folded. With
   * an edge that is only the transaction itself.
   */
  public long unfoldedMillis() {
    return hasEdge() ? 0 : reachMillis();
  }
}
