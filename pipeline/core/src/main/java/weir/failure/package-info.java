/** How it is told that something cannot be: in sentences for the person who asked for it. */
@NullMarked
package weir.failure;

import org.jspecify.annotations.NullMarked;
