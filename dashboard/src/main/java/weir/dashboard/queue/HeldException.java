package weir.dashboard.queue;

import weir.dashboard.desk.WrongWishException;

/** Somebody else works the case. */
public final class HeldException extends WrongWishException {
  private static final long serialVersionUID = 1L;

  private final transient Claim claim;

  HeldException(Claim claim) {
    super(Fault.CONFLICT, "Taken by " + claim.who() + " " + claim.ago());
    this.claim = claim;
  }

  public Claim claim() {
    return claim;
  }
}
