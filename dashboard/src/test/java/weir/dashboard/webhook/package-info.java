@NullMarked
package weir.dashboard.webhook;

import org.jspecify.annotations.NullMarked;
