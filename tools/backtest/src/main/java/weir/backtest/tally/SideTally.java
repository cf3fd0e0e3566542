package weir.backtest.tally;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import weir.backtest.answer.Figures;
import weir.backtest.answer.Period;
import weir.backtest.answer.Truth;
import weir.model.Alert;
import weir.notice.NumberedBook;
import weir.rules.Rule;

/** What came of the rules of one side. */
final class SideTally {
  /** What came of a rule that does not stand. */
  static final SortedMap<Alert.Mode, Figures> NOWHERE =
      Collections.unmodifiableSortedMap(new TreeMap<>());

  /** The books that judged anything, with the frauds that they judged. */
  private final Map<NumberedBook, Frauds> books = new HashMap<>();

  private final Map<String, Map<Alert.Mode, Counter>> rules = new HashMap<>();
  private final Counter flagged = new Counter();

  /** A payment was judged. */
  void judged(NumberedBook book, Settled payment, Truth truth) {
    Frauds frauds = judged(book);
    if (truth == Truth.FRAUD) {
      frauds.add(payment);
    }
  }

  /** A book has judged something; returns the frauds that it judged. */
  Frauds judged(NumberedBook book) {
    return books.computeIfAbsent(book, any -> new Frauds());
  }

  /** An alert about a payment stands. */
  void raised(Alert alert, Settled payment, Truth truth) {
    counter(alert).add(payment, truth);
  }

  /** An alert about a whole window stands. */
  void raised(Alert alert) {
    counter(alert).add(alert.userId());
  }

  /** Some live rule has an alert about a payment. */
  void flagged(Settled payment, Truth truth) {
    flagged.add(payment, truth);
  }

  private Counter counter(Alert alert) {
    return rules
        .computeIfAbsent(alert.ruleId(), any -> new EnumMap<>(Alert.Mode.class))
        .computeIfAbsent(alert.mode(), any -> new Counter());
  }

  /** The ids of all rules, in the order of the newest book; those that are gone come last. */
  Set<String> ruleIds() {
    Set<String> ids = new LinkedHashSet<>();
    for (NumberedBook book : newestFirst()) {
      book.book().rules().forEach(rule -> ids.add(rule.header().id()));
    }
    return ids;
  }

  private List<NumberedBook> newestFirst() {
    List<NumberedBook> all = new ArrayList<>(books.keySet());
    all.sort(Comparator.comparingInt(NumberedBook::number).reversed());
    return all;
  }

  /** What came of a rule in each mode; nothing if it does not stand on this side. */
  SortedMap<Alert.Mode, Figures> figures(String ruleId, Period period, boolean labelled) {
    Map<Alert.Mode, Counter> counters = new EnumMap<>(Alert.Mode.class);
    counters.putAll(rules.getOrDefault(ruleId, Map.of()));
    List<Frauds> inSight = new ArrayList<>();
    books.forEach(
        (book, frauds) -> {
          for (Rule each : book.book().rules()) {
            if (each.header().id().equals(ruleId)) {
              // A total is about no single payment.
              each.match(keyed -> inSight.add(frauds), total -> {});
              each.header()
                  .audience()
                  .modes()
                  .forEach(mode -> counters.computeIfAbsent(mode, any -> new Counter()));
            }
          }
        });
    Frauds sum = labelled && !inSight.isEmpty() ? sum(inSight) : null;
    SortedMap<Alert.Mode, Figures> figures = new TreeMap<>();
    counters.forEach((mode, counter) -> figures.put(mode, counter.figures(period, sum)));
    return figures;
  }

  /** Payments that any live rule flags. */
  Figures flagged(Period period, boolean labelled) {
    return flagged.figures(period, labelled ? sum(books.values()) : null);
  }

  private static Frauds sum(Collection<Frauds> some) {
    Frauds sum = new Frauds();
    some.forEach(sum::add);
    return sum;
  }

  /** Nothing at all, for where there is no side. */
  static Figures none(boolean labelled) {
    return new Counter().figures(new Period(0, 0), labelled ? new Frauds() : null);
  }
}
