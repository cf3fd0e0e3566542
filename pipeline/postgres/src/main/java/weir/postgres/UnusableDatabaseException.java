package weir.postgres;

/** A database that the job cannot use, and why, in one sentence. */
public final class UnusableDatabaseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UnusableDatabaseException(String message, Throwable cause) {
    super(message, cause);
  }
}
