/** The lake: Parquet files of what was read, of what was accepted and of what was found. */
@NullMarked
package weir.io.lake;

import org.jspecify.annotations.NullMarked;
