/** The pipeline by hand on Structured Streaming. */
@NullMarked
package weir.bench.spark;

import org.jspecify.annotations.NullMarked;
