package weir.producer;

/**
 * How much to send, and when.
 *
 * @param paced whether each record is sent at its instant, or all as fast as possible
 * @param most how many records to send at most
 * @param lengthMillis how much time the records may span
 */
public record ProducerSettings(boolean paced, long most, long lengthMillis) {
  /** Sends until it is stopped. */
  public static final ProducerSettings ENDLESS =
      new ProducerSettings(true, Long.MAX_VALUE, Long.MAX_VALUE);

  public ProducerSettings {
    if (most < 0) {
      throw new IllegalArgumentException("--count must be at least 0");
    }
    if (lengthMillis < 0) {
      throw new IllegalArgumentException("--duration must be at least 0 s");
    }
  }

  /** Sends this many records as fast as possible. */
  public static ProducerSettings atOnce(long count) {
    return new ProducerSettings(false, count, Long.MAX_VALUE);
  }
}
