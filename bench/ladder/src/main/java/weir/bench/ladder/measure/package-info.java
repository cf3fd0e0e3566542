/** What a process took: time, memory, and where it spent them. */
@NullMarked
package weir.bench.ladder.measure;

import org.jspecify.annotations.NullMarked;
