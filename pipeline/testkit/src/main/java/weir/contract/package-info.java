/** What every engine must do, as tests that a runner inherits, and readers of what it wrote. */
@NullMarked
package weir.contract;

import org.jspecify.annotations.NullMarked;
