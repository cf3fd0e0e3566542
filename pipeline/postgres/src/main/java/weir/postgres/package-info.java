/** Answers in PostgreSQL: the schema, and sinks that may repeat a write any number of times. */
@NullMarked
package weir.postgres;

import org.jspecify.annotations.NullMarked;
