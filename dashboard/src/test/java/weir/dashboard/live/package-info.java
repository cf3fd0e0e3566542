@NullMarked
package weir.dashboard.live;

import org.jspecify.annotations.NullMarked;
