/** Kills parts of a job under load, and compares the final answers with the oracle's. */
@NullMarked
package weir.bench.chaos;

import org.jspecify.annotations.NullMarked;
