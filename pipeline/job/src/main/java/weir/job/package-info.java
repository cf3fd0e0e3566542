/** The job: its way from Kafka to the sinks, and how it starts and ends. */
@NullMarked
package weir.job;

import org.jspecify.annotations.NullMarked;
