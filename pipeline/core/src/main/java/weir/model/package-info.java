/** The facts of the log and the answers about them, as immutable values. */
@NullMarked
package weir.model;

import org.jspecify.annotations.NullMarked;
