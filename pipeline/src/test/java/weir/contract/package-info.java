/** What every engine must do, and the means to see whether it does. */
@NullMarked
package weir.contract;

import org.jspecify.annotations.NullMarked;
