/** Rules are tried on the past. */
@NullMarked
package weir.cli.history;

import org.jspecify.annotations.NullMarked;
