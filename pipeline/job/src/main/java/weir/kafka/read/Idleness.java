package weir.kafka.read;

/** What a partition's watermark does while the partition is read to its end. */
public enum Idleness {
  /** It follows the wall clock: right for a live topic, whose log times are the broker's clock. */
  WALL_CLOCK,
  /** It waits for the next record: right for a replay, where the wall clock means nothing. */
  WAIT,
  /** It closes all windows: right for a replay whose records are all there when it begins. */
  CLOSE
}
