/** What rules say in CEL: typed, bounded, and the same answer everywhere. */
@NullMarked
package weir.expression;

import org.jspecify.annotations.NullMarked;
