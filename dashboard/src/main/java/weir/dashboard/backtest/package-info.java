/** Back-tests of proposals, each in a JVM of its own. */
@NullMarked
package weir.dashboard.backtest;

import org.jspecify.annotations.NullMarked;
