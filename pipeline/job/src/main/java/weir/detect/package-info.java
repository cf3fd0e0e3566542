/** The judgement inside Beam: one stateful step per user, and the totals in sliding windows. */
@NullMarked
package weir.detect;

import org.jspecify.annotations.NullMarked;
