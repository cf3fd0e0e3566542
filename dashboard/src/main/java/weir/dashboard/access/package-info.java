/** Who is there, what they may do, and what they did. */
@NullMarked
package weir.dashboard.access;

import org.jspecify.annotations.NullMarked;
