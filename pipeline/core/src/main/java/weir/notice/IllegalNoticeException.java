package weir.notice;

/** A notice cannot be; the message says why, in one sentence. */
public final class IllegalNoticeException extends Exception {
  private static final long serialVersionUID = 1L;

  public IllegalNoticeException(String message) {
    super(message);
  }
}
