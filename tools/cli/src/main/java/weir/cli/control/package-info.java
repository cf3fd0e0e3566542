/** What the commands share that write to a control topic: which one, who asks, and from when. */
@NullMarked
package weir.cli.control;

import org.jspecify.annotations.NullMarked;
