/** What a back-test found, as values that a terminal, a page and a program can show. */
@NullMarked
package weir.backtest.answer;

import org.jspecify.annotations.NullMarked;
