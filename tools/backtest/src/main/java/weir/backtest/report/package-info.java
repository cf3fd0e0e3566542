/** What a back-test found, as a page, as JSON, and as conditions that it is held against. */
@NullMarked
package weir.backtest.report;

import org.jspecify.annotations.NullMarked;
