/** The pipeline by hand on Kafka Streams. */
@NullMarked
package weir.bench.streams;

import org.jspecify.annotations.NullMarked;
