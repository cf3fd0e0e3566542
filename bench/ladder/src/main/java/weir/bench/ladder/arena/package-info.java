/** The contestants, and the place where they are measured. */
@NullMarked
package weir.bench.ladder.arena;

import org.jspecify.annotations.NullMarked;
