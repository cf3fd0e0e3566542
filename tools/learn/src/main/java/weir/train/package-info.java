/** A model is trained from the rows of a log: the whole, as a table of contents. */
@NullMarked
package weir.train;

import org.jspecify.annotations.NullMarked;
