/** A parameter of a rule is tried with several values. */
@NullMarked
package weir.backtest.sweep;

import org.jspecify.annotations.NullMarked;
