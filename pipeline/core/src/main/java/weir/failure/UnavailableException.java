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
}
