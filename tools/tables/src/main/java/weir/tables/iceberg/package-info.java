/** Tables of Iceberg over the files of a lake. */
@NullMarked
package weir.tables.iceberg;

import org.jspecify.annotations.NullMarked;
