/** Jobs judge a lake on an engine, each for one side, and what they leave becomes an answer. */
@NullMarked
package weir.backtest.cluster;

import org.jspecify.annotations.NullMarked;
