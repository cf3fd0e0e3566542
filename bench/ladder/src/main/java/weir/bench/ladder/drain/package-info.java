/** How fast a backlog is drained. */
@NullMarked
package weir.bench.ladder.drain;

import org.jspecify.annotations.NullMarked;
