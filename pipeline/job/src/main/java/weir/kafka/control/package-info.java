/** How the workers of a job follow its control topic. */
@NullMarked
package weir.kafka.control;

import org.jspecify.annotations.NullMarked;
