/** Which log is read, as the options of a command name it. */
@NullMarked
package weir.log.source;

import org.jspecify.annotations.NullMarked;
