@NullMarked
package weir.dashboard.queue;

import org.jspecify.annotations.NullMarked;
