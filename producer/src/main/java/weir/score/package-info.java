/** How good the rules are: what they raised, compared with what was staged. */
@NullMarked
package weir.score;

import org.jspecify.annotations.NullMarked;
