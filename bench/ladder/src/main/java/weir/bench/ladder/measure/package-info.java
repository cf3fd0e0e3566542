/** What a process used: time, memory, and where it spent them. */
@NullMarked
package weir.bench.ladder.measure;

import org.jspecify.annotations.NullMarked;
