/** One contestant drains one backlog: what it said, whether that is right, and how fast it was. */
@NullMarked
package weir.bench.ladder.round;

import org.jspecify.annotations.NullMarked;
