/** The logs to drain. */
@NullMarked
package weir.bench.ladder.log;

import org.jspecify.annotations.NullMarked;
