/** Records in Kafka, each once, whatever crashes in between. */
@NullMarked
package weir.exactly;

import org.jspecify.annotations.NullMarked;
