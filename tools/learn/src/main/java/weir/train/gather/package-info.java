/** Walks a log with a book, and makes a row of each payment. */
@NullMarked
package weir.train.gather;

import org.jspecify.annotations.NullMarked;
