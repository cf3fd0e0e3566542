/** The commands behind ./weir; each one a file. */
@NullMarked
package weir.cli;

import org.jspecify.annotations.NullMarked;
