/** Answers in PostgreSQL: the schema, and sinks that any number of repetitions leave as it is. */
@NullMarked
package weir.postgres;

import org.jspecify.annotations.NullMarked;
