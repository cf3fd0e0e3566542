package weir.dashboard.desk;

/** What somebody wants to decide cannot be, for a reason that is told. */
public class WrongWishException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What is wrong about it. */
  public enum Fault {
    /** It makes no sense. */
    SENSE,
    /** What it is about is not there. */
    MISSING,
    /** Things are no longer as they were. */
    CONFLICT,
    /** Nobody may do it yet. */
    FORBIDDEN
  }

  private final Fault fault;

  public WrongWishException(Fault fault, String message) {
    super(message);
    this.fault = fault;
  }

  public final Fault fault() {
    return fault;
  }
}
