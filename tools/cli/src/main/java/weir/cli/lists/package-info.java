/** ./weir list and ./weir snooze: lists of ids that rules ask. */
@NullMarked
package weir.cli.lists;

import org.jspecify.annotations.NullMarked;
