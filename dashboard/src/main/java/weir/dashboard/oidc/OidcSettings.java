package weir.dashboard.oidc;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * The provider, and what it knows the page by.
 *
 * @param secret absent if it gave none, and the proof of the flow has to do
 * @param role the claim that names roles
 */
public record OidcSettings(URI issuer, String client, @Nullable String secret, String role) {

  /** Secrets are not printed. */
  @Override
  public String toString() {
    return "OidcSettings[" + issuer + ", " + client + "]";
  }
}
