/** The command that makes and changes accounts. */
@NullMarked
package weir.dashboard.users;

import org.jspecify.annotations.NullMarked;
