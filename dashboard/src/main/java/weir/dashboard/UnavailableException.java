package weir.dashboard;

import org.jspecify.annotations.Nullable;

/**
 * The command line is right, but something it needs is not to be had now; one sentence says what.
 */
final class UnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
