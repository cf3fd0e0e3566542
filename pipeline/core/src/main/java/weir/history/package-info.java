/** The accepted transactions of one user, and what can be asked of a stretch of them. */
@NullMarked
package weir.history;

import org.jspecify.annotations.NullMarked;
