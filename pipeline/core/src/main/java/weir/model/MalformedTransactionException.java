package weir.model;

/** Says which field of a record is wrong. It carries no stack: hostile input must stay cheap. */
public final class MalformedTransactionException extends Exception {
  private static final long serialVersionUID = 1L;

  public MalformedTransactionException(String message) {
    super(message, null, false, false);
  }
}
