/** What happens now: alerts as they come, rates, and which sources answer. */
@NullMarked
package weir.dashboard.live;

import org.jspecify.annotations.NullMarked;
