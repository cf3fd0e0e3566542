/** Learners. Each gives trees, and a table from their margins to scores. */
@NullMarked
package weir.train.trees;

import org.jspecify.annotations.NullMarked;
