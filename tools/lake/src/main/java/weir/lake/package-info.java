/** Reads the lake that the pipeline writes; knows its files and nothing of the pipeline. */
@NullMarked
package weir.lake;

import org.jspecify.annotations.NullMarked;
