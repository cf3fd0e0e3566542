package weir.yaml;

/** A file that cannot be used: its name and line, what is wrong and what was expected. */
public final class InvalidFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public InvalidFileException(String message) {
    super(message);
  }
}
