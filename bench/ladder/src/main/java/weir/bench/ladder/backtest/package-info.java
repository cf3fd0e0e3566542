/** How fast a file of payments is back-tested. */
@NullMarked
package weir.bench.ladder.backtest;

import org.jspecify.annotations.NullMarked;
