/** The pipeline by hand on Flink's DataStream API. */
@NullMarked
package weir.bench.flink;

import org.jspecify.annotations.NullMarked;
