/** One contestant drains one backlog: what it says, whether that is right, and how fast it is. */
@NullMarked
package weir.bench.ladder.round;

import org.jspecify.annotations.NullMarked;
