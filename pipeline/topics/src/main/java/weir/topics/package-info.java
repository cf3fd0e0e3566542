/** What a topic of Kafka must be for Weir, and how that is asked. */
@NullMarked
package weir.topics;

import org.jspecify.annotations.NullMarked;
