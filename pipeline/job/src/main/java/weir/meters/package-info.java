/** What the job's metrics are called. */
@NullMarked
package weir.meters;

import org.jspecify.annotations.NullMarked;
