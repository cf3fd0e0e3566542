/** Which transactions a rule looks at. */
@NullMarked
package weir.filter;

import org.jspecify.annotations.NullMarked;
