/** Reading the input topic, and committing how far its answers are written. */
@NullMarked
package weir.kafka.read;

import org.jspecify.annotations.NullMarked;
