/** The program behind ./weir bench: runs all contestants on the same logs, one at a time. */
@NullMarked
package weir.bench.ladder;

import org.jspecify.annotations.NullMarked;
