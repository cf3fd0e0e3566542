/** Records and answers in the Parquet files of a lake. */
@NullMarked
package weir.lake.write;

import org.jspecify.annotations.NullMarked;
