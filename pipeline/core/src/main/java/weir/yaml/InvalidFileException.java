package weir.yaml;

/** A file that cannot be used: each of its faults with its line, what is wrong and what to do. */
public final class InvalidFileException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public InvalidFileException(String message) {
    super(message);
  }
}
