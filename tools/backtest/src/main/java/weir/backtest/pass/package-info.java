/** Two sides judge a log in one pass, and what they say is compared. */
@NullMarked
package weir.backtest.pass;

import org.jspecify.annotations.NullMarked;
