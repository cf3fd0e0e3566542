/**
 * What a learner is given: a row of whole numbers for each transaction, and where they are split.
 */
@NullMarked
package weir.train.rows;

import org.jspecify.annotations.NullMarked;
