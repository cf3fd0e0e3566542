/** All that is known of one user in one place, and as a file for others. */
@NullMarked
package weir.dashboard.cases;

import org.jspecify.annotations.NullMarked;
