/** What jobs leave in lakes, and the answer of it. */
@NullMarked
package weir.backtest.cluster;

import org.jspecify.annotations.NullMarked;
