/** The facts of the log and the answers about them, as immutable values, and their JSON. */
@NullMarked
package weir.model;

import org.jspecify.annotations.NullMarked;
