/** Hours of tables whose rows follow from files of a lake. */
@NullMarked
package weir.tables.derive;

import org.jspecify.annotations.NullMarked;
