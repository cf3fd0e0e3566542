/** Records in Kafka, each exactly once, across crashes. */
@NullMarked
package weir.exactly;

import org.jspecify.annotations.NullMarked;
