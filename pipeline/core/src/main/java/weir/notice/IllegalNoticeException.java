package weir.notice;

import java.nio.charset.StandardCharsets;

/** A notice cannot be; the message says why. */
public final class IllegalNoticeException extends Exception {
  private static final long serialVersionUID = 1L;

  /** A dead letter has room for that beside the record, whatever the characters. */
  static final int MOST_EXCERPT = 400;

  public IllegalNoticeException(String message) {
    super(message);
  }

  /**
   * How the message begins: it can be as long as what it is about, and half a character in it could
   * not be written.
   */
  public String excerpt() {
    String message = String.valueOf(getMessage());
    String begin =
        message.length() <= MOST_EXCERPT ? message : message.substring(0, MOST_EXCERPT - 3) + "...";
    return new String(begin.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
  }
}
