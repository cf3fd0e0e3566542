/** Kills parts of a job under load, and compares what stands in the end with the oracle. */
@NullMarked
package weir.bench.chaos;

import org.jspecify.annotations.NullMarked;
