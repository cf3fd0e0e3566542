/** How long the job waits for a server that is away, and what it says when that is over. */
@NullMarked
package weir.io.patience;

import org.jspecify.annotations.NullMarked;
