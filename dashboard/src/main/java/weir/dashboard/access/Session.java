package weir.dashboard.access;

/**
 * Somebody who has signed in.
 *
 * @param id the hash of the token
 * @param beside what the page must show beside its cookie
 */
public record Session(String id, String name, Role role, String beside) {

  /** Secrets are not printed. */
  @Override
  public String toString() {
    return "Session[" + name + ", " + role + "]";
  }
}
