package weir.local;

import org.jspecify.annotations.Nullable;

/** That a local server cannot be started or used, in one sentence for whoever wanted it. */
public final class LocalServerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public LocalServerException(String message) {
    this(message, null);
  }

  public LocalServerException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
