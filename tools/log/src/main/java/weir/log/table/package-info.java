/** Tables in files, whose rows become the records of a log. */
@NullMarked
package weir.log.table;

import org.jspecify.annotations.NullMarked;
