package weir.backtest.tally;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import weir.backtest.answer.Overlap;

/** Which rules have alerts about the same payments. */
final class Overlaps {
  private final Map<String, Long> payments = new HashMap<>();
  private final Map<Pair, Long> common = new HashMap<>();

  /** Two rules, the first in the order of letters. */
  private record Pair(String one, String other) {}

  /** A payment that these rules have an alert about. */
  void add(Set<String> ruleIds) {
    List<String> sorted = ruleIds.stream().sorted().toList();
    for (int i = 0; i < sorted.size(); i++) {
      payments.merge(sorted.get(i), 1L, Long::sum);
      for (int j = i + 1; j < sorted.size(); j++) {
        common.merge(new Pair(sorted.get(i), sorted.get(j)), 1L, Long::sum);
      }
    }
  }

  /** All that there are, those with the most payments first. */
  List<Overlap> all(List<String> order) {
    List<Overlap> all = new ArrayList<>();
    common.forEach(
        (pair, many) -> {
          boolean inOrder = order.indexOf(pair.one()) < order.indexOf(pair.other());
          String one = inOrder ? pair.one() : pair.other();
          String other = inOrder ? pair.other() : pair.one();
          all.add(new Overlap(one, other, many, of(one), of(other)));
        });
    all.sort(
        Comparator.comparingLong(Overlap::payments)
            .reversed()
            .thenComparing(each -> order.indexOf(each.one()))
            .thenComparing(each -> order.indexOf(each.other())));
    return all;
  }

  private long of(String rule) {
    return payments.getOrDefault(rule, 0L);
  }
}
