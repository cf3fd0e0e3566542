/** What ./weir backtest starts: from its command line to the answer on the terminal. */
@NullMarked
package weir.backtest.command;

import org.jspecify.annotations.NullMarked;
