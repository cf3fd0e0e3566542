/** Tells a chat of alerts as they come. */
@NullMarked
package weir.dashboard.webhook;

import org.jspecify.annotations.NullMarked;
