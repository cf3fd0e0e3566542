package weir.failure;

import org.jspecify.annotations.Nullable;

/**
 * What was asked for is right, but something that it needs is not to be had; the message says what.
 */
public final class UnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnavailableException(String message) {
    this(message, null);
  }

  public UnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** That none of the servers of a Kafka cluster answers. */
  public static UnavailableException noBroker(@Nullable Object servers, @Nullable Throwable cause) {
    return noBroker(servers, "", cause);
  }

  /**
   * The same.
   *
   * @param advice what to do about it, or what more is known
   */
  public static UnavailableException noBroker(
      @Nullable Object servers, String advice, @Nullable Throwable cause) {
    return new UnavailableException(
        "No Kafka broker answers at " + servers + (advice.isEmpty() ? "" : ": " + advice), cause);
  }
}
