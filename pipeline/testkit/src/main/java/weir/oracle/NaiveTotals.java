package weir.oracle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import weir.model.Alert;
import weir.model.Transaction;
import weir.rules.TotalInWindows;

/** A second implementation of totals: each window of each currency is added up by itself. */
final class NaiveTotals {
  private NaiveTotals() {}

  private record Purse(String currency, long windowStart) {}

  /**
   * The alerts of a total.
   *
   * @param history the user's transactions that count, in order
   * @param bookOf the number of the book that judges a transaction
   */
  static List<Alert> judge(
      TotalInWindows rule,
      NaiveLook look,
      List<Transaction> history,
      ToIntFunction<Transaction> bookOf) {
    Map<String, Map<Long, List<Transaction>>> windows = new TreeMap<>();
    for (Transaction tx : history) {
      if (look.passes(rule.header().filter(), tx)) {
        long last = Math.floorDiv(tx.time(), rule.everyMillis()) * rule.everyMillis();
        for (long start = last;
            start > tx.time() - rule.windowMillis();
            start -= rule.everyMillis()) {
          windows
              .computeIfAbsent(tx.currency(), currency -> new TreeMap<>())
              .computeIfAbsent(start, window -> new ArrayList<>())
              .add(tx);
        }
      }
    }
    List<Alert> alerts = new ArrayList<>();
    windows.forEach(
        (currency, byStart) ->
            byStart.forEach(
                (start, spent) -> {
                  BigDecimal total = BigDecimal.ZERO;
                  for (Transaction tx : spent) {
                    total = total.add(NaiveFilter.amount(tx.amountMinor(), currency));
                  }
                  // The window before raises the alert if this one holds nothing new.
                  List<Transaction> before =
                      byStart.getOrDefault(start - rule.everyMillis(), List.of());
                  if (total.compareTo(NaiveFilter.limit(rule.limit(), currency)) > 0
                      && !before.containsAll(spent)) {
                    alerts.add(alert(rule, look, bookOf, new Purse(currency, start), spent, total));
                  }
                }));
    return alerts;
  }

  private static Alert alert(
      TotalInWindows rule,
      NaiveLook look,
      ToIntFunction<Transaction> bookOf,
      Purse purse,
      List<Transaction> spent,
      BigDecimal total) {
    String user = spent.get(0).userId();
    long end = purse.windowStart() + rule.windowMillis();
    List<String> ids = spent.stream().map(Transaction::id).toList();
    String why =
        purse.currency()
            + " "
            + total.toPlainString()
            + " in "
            + spent.size()
            + " transactions within "
            + NaiveTimes.text(rule.windowMillis())
            + ", over the limit of "
            + NaiveFilter.limit(rule.limit(), purse.currency()).toPlainString();
    return new Alert(
        NaiveIds.id(rule.header(), user, purse.currency(), end),
        Alert.Status.RAISED,
        rule.header().id(),
        rule.header().version(),
        bookOf.applyAsInt(spent.get(spent.size() - 1)),
        look.mode(rule.header(), spent.get(spent.size() - 1)),
        rule.header().severity(),
        user,
        null,
        spent.stream().mapToLong(Transaction::time).max().orElseThrow(),
        purse.windowStart(),
        end,
        spent.size(),
        total,
        NaiveFilter.limit(rule.limit(), purse.currency()),
        purse.currency(),
        ids.subList(Math.max(0, ids.size() - 20), ids.size()),
        ids.size(),
        why);
  }
}
