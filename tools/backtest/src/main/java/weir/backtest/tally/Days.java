package weir.backtest.tally;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import weir.backtest.answer.Day;
import weir.backtest.answer.Period;

/** How many live alerts each day brought, by the event times of what they are about. */
final class Days {
  private final Map<LocalDate, Long> before = new HashMap<>();
  private final Map<LocalDate, Long> after = new HashMap<>();

  void add(Which side, long time) {
    Map<LocalDate, Long> days =
        switch (side) {
          case BEFORE -> before;
          case AFTER -> after;
        };
    days.merge(date(time), 1L, Long::sum);
  }

  /** Every day of a period, those without alerts too. */
  List<Day> of(Period period) {
    List<Day> days = new ArrayList<>();
    if (period.from() < period.to()) {
      LocalDate last = date(period.to() - 1);
      for (LocalDate day = date(period.from()); !day.isAfter(last); day = day.plusDays(1)) {
        days.add(new Day(day, before.getOrDefault(day, 0L), after.getOrDefault(day, 0L)));
      }
    }
    return days;
  }

  private static LocalDate date(long time) {
    return Instant.ofEpochMilli(time).atZone(ZoneOffset.UTC).toLocalDate();
  }
}
