/** How time and state grow with one thing at a time. */
@NullMarked
package weir.bench.ladder.growth;

import org.jspecify.annotations.NullMarked;
