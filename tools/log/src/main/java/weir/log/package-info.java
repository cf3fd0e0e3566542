/** A whole log as one stream in the order of log times, from Kafka, a lake or files. */
@NullMarked
package weir.log;

import org.jspecify.annotations.NullMarked;
