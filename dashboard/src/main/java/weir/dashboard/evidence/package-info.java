/** What stands about a user, and how it stood when somebody decided. */
@NullMarked
package weir.dashboard.evidence;

import org.jspecify.annotations.NullMarked;
