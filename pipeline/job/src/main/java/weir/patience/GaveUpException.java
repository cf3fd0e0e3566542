package weir.patience;

/** The job has waited for a server as long as it was told to, in one sentence. */
public final class GaveUpException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  GaveUpException(String message, Throwable cause) {
    super(message, cause);
  }
}
