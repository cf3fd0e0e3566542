/**
 * A small world of people who pay, and of some who steal. The transactions and the truth about them
 * follow from a seed alone. It knows nothing of Kafka.
 */
@NullMarked
package weir.traffic;

import org.jspecify.annotations.NullMarked;
