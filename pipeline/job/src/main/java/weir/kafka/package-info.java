/** What is known of Kafka on both ends of the job: clients, topics, sizes and times. */
@NullMarked
package weir.kafka;

import org.jspecify.annotations.NullMarked;
