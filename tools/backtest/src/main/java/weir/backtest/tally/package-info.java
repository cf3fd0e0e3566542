/** What is settled about payments and windows is added up, whoever judged them. */
@NullMarked
package weir.backtest.tally;

import org.jspecify.annotations.NullMarked;
