/** Answers in PostgreSQL: the schema, and sinks that any number of repetitions leave as it is. */
@NullMarked
package weir.io.postgres;

import org.jspecify.annotations.NullMarked;
