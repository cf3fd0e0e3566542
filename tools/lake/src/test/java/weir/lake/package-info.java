/** The reader of the lake, over files made up and over a real Kafka. */
@NullMarked
package weir.lake;

import org.jspecify.annotations.NullMarked;
