/** Tables of Delta over the files of a lake. */
@NullMarked
package weir.tables.delta;

import org.jspecify.annotations.NullMarked;
