package weir.rules;

/** A rule book that cannot be used: its file and line, what is wrong and what was expected. */
public final class InvalidRuleBookException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public InvalidRuleBookException(String message) {
    super(message);
  }
}
