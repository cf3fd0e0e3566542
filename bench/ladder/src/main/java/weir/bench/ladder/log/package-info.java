/** The logs that are drained. */
@NullMarked
package weir.bench.ladder.log;

import org.jspecify.annotations.NullMarked;
