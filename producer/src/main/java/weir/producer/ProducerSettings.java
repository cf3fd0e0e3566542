package weir.producer;

import java.util.concurrent.TimeUnit;

/**
 * How much to send, and when.
 *
 * @param paced whether each record is sent at its instant, or all as fast as possible
 * @param most how many records to send at most
 * @param lengthMillis how much time the records may span
 * @param labelDelayMillis how much later than its transaction a label is sent, on average
 */
public record ProducerSettings(boolean paced, long most, long lengthMillis, long labelDelayMillis) {
  private static final long MOST_DELAY_MILLIS = TimeUnit.DAYS.toMillis(365);

  /** Sends until it is stopped. */
  public static final ProducerSettings ENDLESS =
      new ProducerSettings(true, Long.MAX_VALUE, Long.MAX_VALUE, 0);

  public ProducerSettings {
    if (most < 0) {
      throw new IllegalArgumentException("--count must be at least 0");
    }
    if (lengthMillis < 0) {
      throw new IllegalArgumentException("--duration must be at least 0 s");
    }
    if (labelDelayMillis < 0 || labelDelayMillis > MOST_DELAY_MILLIS) {
      throw new IllegalArgumentException("--label-delay must be between 0 s and 365 d");
    }
  }

  /** Sends this many records as fast as possible. */
  public static ProducerSettings atOnce(long count) {
    return new ProducerSettings(false, count, Long.MAX_VALUE, 0);
  }
}
