package weir.failure;

import org.jspecify.annotations.Nullable;

/** What was asked for cannot be: a command line or a file is wrong, and the message says where. */
public class MisuseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public MisuseException(String message) {
    this(message, null);
  }

  public MisuseException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
