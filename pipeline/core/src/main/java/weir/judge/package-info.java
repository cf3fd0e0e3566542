/** What one arrival changes: a pure function of a history and a transaction. */
@NullMarked
package weir.judge;

import org.jspecify.annotations.NullMarked;
