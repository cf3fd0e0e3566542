package weir.dashboard.oidc;

import java.util.Locale;

/** Nobody is let in. */
public final class RefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why; the sign-in page has a sentence for each. */
  public enum Why {
    /** The provider does not answer. */
    AWAY,
    /** It is asked too often at once. */
    BUSY,
    /** The sign-in was not begun here, took too long, or was used before. */
    STALE,
    /** The provider did not let them in. */
    DENIED,
    /** What the provider said does not hold. */
    INVALID,
    /** The provider gives them no role. */
    ROLE;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Why why;

  /**
   * Refuses.
   *
   * @param detail for the audit
   */
  RefusedException(Why why, String detail) {
    super(detail);
    this.why = why;
  }

  /** The answer of a provider that is no address. */
  public static RefusedException unreadable() {
    return new RefusedException(Why.INVALID, "no answer of a provider");
  }

  public Why why() {
    return why;
  }
}
