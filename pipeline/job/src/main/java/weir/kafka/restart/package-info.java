/** How far a consumer group got: where a run starts anew, and what no step of it needs any more. */
@NullMarked
package weir.kafka.restart;

import org.jspecify.annotations.NullMarked;
