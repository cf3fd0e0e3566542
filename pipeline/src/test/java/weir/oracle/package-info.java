/** A second, naive answer to what Weir says, and what is needed to compare the two. */
@NullMarked
package weir.oracle;

import org.jspecify.annotations.NullMarked;
