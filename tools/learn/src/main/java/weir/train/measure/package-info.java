/** How good scores are, computed exactly. */
@NullMarked
package weir.train.measure;

import org.jspecify.annotations.NullMarked;
