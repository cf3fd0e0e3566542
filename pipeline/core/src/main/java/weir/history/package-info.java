/** The accepted transactions of one user, and summaries of any stretch of them. */
@NullMarked
package weir.history;

import org.jspecify.annotations.NullMarked;
