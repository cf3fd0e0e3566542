/**
 * The judgement itself, free of any framework: rules, a user's history, and what an arrival
 * changes.
 */
@NullMarked
package weir.rules;

import org.jspecify.annotations.NullMarked;
