/** What the lake keeps is read again, for a run that needs more than Kafka holds. */
@NullMarked
package weir.lake.read;

import org.jspecify.annotations.NullMarked;
