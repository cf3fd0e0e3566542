/** Finished files of a lake, and what their ends say of them. */
@NullMarked
package weir.tables.files;

import org.jspecify.annotations.NullMarked;
