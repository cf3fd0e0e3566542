/** The options of the job as people type them. */
@NullMarked
package weir.options;

import org.jspecify.annotations.NullMarked;
