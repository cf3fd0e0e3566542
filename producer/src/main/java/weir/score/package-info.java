/** How good the rules are: the alerts they raised, compared with what was staged. */
@NullMarked
package weir.score;

import org.jspecify.annotations.NullMarked;
