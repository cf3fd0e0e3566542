package weir.dashboard.cases;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import weir.dashboard.cases.Entry.Folded;
import weir.dashboard.cases.Entry.Sum;
import weir.dashboard.desk.Decision;
import weir.dashboard.live.Found;
import weir.dashboard.store.JudgedPayment;
import weir.dashboard.store.SaidLabel;

/** What happened about a user in one order, the newest first; payments between are folded. */
final class Timeline {
  private Timeline() {}

  static List<Entry> of(Material material) {
    List<Entry> told = new ArrayList<>();
    for (Found found : material.alerts()) {
      told.add(Entry.of(found));
    }
    // What was decided at once is one thing.
    Map<String, Integer> about = new LinkedHashMap<>();
    Map<String, Decision> newest = new LinkedHashMap<>();
    for (Decision each : material.decisions()) {
      about.merge(each.intent(), 1, Integer::sum);
      newest.putIfAbsent(each.intent(), each);
    }
    newest.forEach(
        (intent, each) ->
            told.add(Entry.of(each, about.getOrDefault(intent, 1), material.sums().get(intent))));
    for (Note note : material.notes()) {
      told.add(Entry.of(note));
    }
    for (SaidLabel label : material.labels()) {
      told.add(Entry.of(label));
    }
    told.sort(Comparator.comparingLong(Entry::at).reversed());
    return folded(told, material.payments());
  }

  /** Both lists have the newest first. */
  private static List<Entry> folded(List<Entry> told, List<JudgedPayment> payments) {
    List<Entry> all = new ArrayList<>();
    int next = 0;
    for (Entry each : told) {
      int end = next;
      while (end < payments.size() && payments.get(end).time() > each.at()) {
        end++;
      }
      fold(payments.subList(next, end), all);
      next = end;
      all.add(each);
    }
    fold(payments.subList(next, payments.size()), all);
    return List.copyOf(all);
  }

  private static void fold(List<JudgedPayment> payments, List<Entry> all) {
    if (payments.isEmpty()) {
      return;
    }
    Map<String, BigDecimal> sums = new TreeMap<>();
    for (JudgedPayment each : payments) {
      sums.merge(each.currency(), each.amount(), BigDecimal::add);
    }
    all.add(
        Entry.of(
            new Folded(
                payments.get(payments.size() - 1).time(),
                payments.get(0).time(),
                payments.size(),
                (int) payments.stream().filter(JudgedPayment::flagged).count(),
                sums.entrySet().stream()
                    .map(each -> new Sum(each.getKey(), each.getValue().toPlainString()))
                    .toList())));
  }
}
