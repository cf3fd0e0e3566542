/** Answers on the terminal, for development. */
@NullMarked
package weir.console;

import org.jspecify.annotations.NullMarked;
