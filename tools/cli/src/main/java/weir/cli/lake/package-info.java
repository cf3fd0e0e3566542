/** Reads the lake. */
@NullMarked
package weir.cli.lake;

import org.jspecify.annotations.NullMarked;
