/**
 * Summaries that merge, and what is left of transactions that a history has forgotten: a summary
 * for each stretch of time between two edges.
 */
@NullMarked
package weir.fold;

import org.jspecify.annotations.NullMarked;
