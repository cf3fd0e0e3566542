package weir.backtest.answer;

import java.time.LocalDate;

/**
 * How much work a day brought.
 *
 * @param date in UTC, by the event times of what the alerts are about
 * @param before live alerts of the side to compare with
 * @param after live alerts of the side that is tried
 */
public record Day(LocalDate date, long before, long after) {}
