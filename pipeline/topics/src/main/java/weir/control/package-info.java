/**
 * The topic on which changes of rules are announced: what it must be, how it is read and written.
 */
@NullMarked
package weir.control;

import org.jspecify.annotations.NullMarked;
