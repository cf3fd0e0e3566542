package weir.backtest.pass;

import org.jspecify.annotations.Nullable;
import weir.log.Entry;
import weir.model.Examined;

/**
 * A record of a log, on its way to all sides.
 *
 * @param reached how far the log was with it
 * @param examined what the side that is tried first makes of it; absent for a label
 */
record Read(Entry entry, long reached, @Nullable Examined examined) {}
