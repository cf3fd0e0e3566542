package weir.backtest.answer;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import weir.model.Alert;

/**
 * What came of one rule, whatever its version.
 *
 * @param rule its id
 * @param before by what its alerts amount to; empty where the rule does not stand on that side. A
 *     mode in which it stands is there, even if it raised nothing.
 * @param after the same on the side that is tried
 * @param change of its alerts, in whatever mode
 * @param added some of those alerts, drawn fairly and the same each time; where there is nothing to
 *     compare with, some of all that stand
 * @param removed some of those
 */
public record RuleAnswer(
    String rule,
    SortedMap<Alert.Mode, Figures> before,
    SortedMap<Alert.Mode, Figures> after,
    Change change,
    List<Example> added,
    List<Example> removed) {
  public RuleAnswer {
    before = Collections.unmodifiableSortedMap(new TreeMap<>(before));
    after = Collections.unmodifiableSortedMap(new TreeMap<>(after));
    added = List.copyOf(added);
    removed = List.copyOf(removed);
  }
}
