/** What is open, in order, and who works it. */
@NullMarked
package weir.dashboard.queue;

import org.jspecify.annotations.NullMarked;
