/** What ./weir starts for its command tables. */
@NullMarked
package weir.tables.command;

import org.jspecify.annotations.NullMarked;
