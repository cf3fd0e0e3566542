/** Where a run starts if it has only the log and its group's committed offsets. */
@NullMarked
package weir.kafka.restart;

import org.jspecify.annotations.NullMarked;
