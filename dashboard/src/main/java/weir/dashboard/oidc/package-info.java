/** Signing in by a provider of OpenID Connect. */
@NullMarked
package weir.dashboard.oidc;

import org.jspecify.annotations.NullMarked;
