package weir.dashboard;

import org.jspecify.annotations.Nullable;

/** The command line asks for something that cannot be; the message is one sentence about it. */
final class MisuseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MisuseException(String message) {
    this(message, null);
  }

  MisuseException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
