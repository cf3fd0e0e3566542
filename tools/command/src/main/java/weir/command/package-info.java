/** What the command lines of Weir's programs have in common. */
@NullMarked
package weir.command;

import org.jspecify.annotations.NullMarked;
