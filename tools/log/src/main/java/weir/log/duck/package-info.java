/** A database in this process that holds nothing itself and reads files. */
@NullMarked
package weir.log.duck;

import org.jspecify.annotations.NullMarked;
