@NullMarked
package weir.dashboard.oidc;

import org.jspecify.annotations.NullMarked;
