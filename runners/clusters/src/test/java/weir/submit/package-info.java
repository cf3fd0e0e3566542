/** What becomes of the pipeline when it is handed to a cluster as a jar. */
@NullMarked
package weir.submit;

import org.jspecify.annotations.NullMarked;
