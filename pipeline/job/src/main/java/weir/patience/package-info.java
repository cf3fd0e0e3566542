/** How long the job waits for a server that is away. */
@NullMarked
package weir.patience;

import org.jspecify.annotations.NullMarked;
