/** Where a run begins that has nothing but the log and what its group committed. */
@NullMarked
package weir.kafka.restart;

import org.jspecify.annotations.NullMarked;
