/** Shows what is in topics, and how good the alerts are. */
@NullMarked
package weir.cli.read;

import org.jspecify.annotations.NullMarked;
