/** Who is measured, and where. */
@NullMarked
package weir.bench.ladder.arena;

import org.jspecify.annotations.NullMarked;
