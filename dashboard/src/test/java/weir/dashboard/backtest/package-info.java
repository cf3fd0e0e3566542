@NullMarked
package weir.dashboard.backtest;

import org.jspecify.annotations.NullMarked;
