/** Answers as records of Kafka. */
@NullMarked
package weir.kafka.write;

import org.jspecify.annotations.NullMarked;
