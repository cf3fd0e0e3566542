package weir.backtest.answer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What rules would have done, beside what others did: two sides that judged the same log.
 *
 * @param before the side of the rules that were in force; absent if there is nothing to compare
 *     with, and then every figure of that side is zero or absent
 * @param after the side of the rules that are tried
 * @param partial whether the log was not read to its end
 * @param flagged payments that any live rule flags, whatever rule it is
 * @param rules those of either side, in the order of the book that is tried; those that stand only
 *     on the other side come last
 * @param overlaps of rules of the side that is tried, those with the most payments in common first
 * @param days every day (UTC) of the period, in order
 * @param notes sentences without which the figures would be read wrongly
 */
public record Answer(
    @Nullable String before,
    String after,
    Period period,
    Volume volume,
    boolean partial,
    Flagged flagged,
    List<RuleAnswer> rules,
    List<Overlap> overlaps,
    List<Day> days,
    List<String> notes) {
  public Answer {
    rules = List.copyOf(rules);
    overlaps = List.copyOf(overlaps);
    days = List.copyOf(days);
    notes = List.copyOf(notes);
  }

  /** Whether there are two sides. */
  public boolean isComparison() {
    return before != null;
  }
}
