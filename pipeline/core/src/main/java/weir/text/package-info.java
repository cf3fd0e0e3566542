/** Text for a terminal. */
@NullMarked
package weir.text;

import org.jspecify.annotations.NullMarked;
