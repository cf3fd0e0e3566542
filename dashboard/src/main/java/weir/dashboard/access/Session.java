package weir.dashboard.access;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who has signed in, or a program that shows a token.
 *
 * @param id the hash of the cookie's secret, or what says which token it is
 * @param beside what the page must show beside its cookie; nothing for a program
 * @param token the number of the token; absent for a browser
 */
public record Session(String id, String name, Role role, String beside, @Nullable Long token) {
  private static final String OF_TOKEN = "token ";

  /** One by a cookie. */
  Session(String id, String name, Role role, String beside) {
    this(id, name, role, beside, null);
  }

  static Session byToken(long token, String name, Role role) {
    return new Session(OF_TOKEN + token, name, role, "", token);
  }

  /** Which token this session rests on; nothing if on a cookie. */
  static Optional<Long> tokenOf(String id) {
    return id.startsWith(OF_TOKEN)
        ? Optional.of(Long.valueOf(id.substring(OF_TOKEN.length())))
        : Optional.empty();
  }

  /** Who it is, and from where: the audit says by which token. */
  public Visitor from(String address) {
    return new Visitor(name, token == null ? address : address + " by token " + token);
  }

  /** Secrets are not printed. */
  @Override
  public String toString() {
    return "Session[" + name + ", " + role + "]";
  }
}
