/** Logs of a real Kafka, of a lake and of files made up. */
@NullMarked
package weir.log;

import org.jspecify.annotations.NullMarked;
