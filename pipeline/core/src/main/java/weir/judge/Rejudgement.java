package weir.judge;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import weir.history.History;
import weir.model.FiredRule;
import weir.model.Judgement;
import weir.model.Transaction;
import weir.model.Verdict;
import weir.notice.Books;
import weir.notice.NumberedBook;
import weir.rules.Finding;
import weir.rules.KeyedRule;

/**
 * What a grown history makes the keyed rules say: about the arrival, and about every later
 * transaction whose window it fell into. In order of time there are none of those. Each is judged
 * by the book that was in force when it reached the log itself.
 */
final class Rejudgement implements Serializable {
  private static final long serialVersionUID = 1L;

  private final boolean verdicts;
  private final long horizonMillis;

  Rejudgement(boolean verdicts, long horizonMillis) {
    this.verdicts = verdicts;
    this.horizonMillis = horizonMillis;
  }

  void judgeAll(
      Books books, History before, History after, Transaction arrival, List<Judgement> said) {
    int place = after.placeOf(arrival);
    judgeArrival(books.inForceAt(after.logTime(place)), after, place, said);
    // How long after an arrival something may stand that it changes what is said about.
    long touchedMillis = verdicts ? horizonMillis : books.longestWindowMillis();
    if (touchedMillis == 0) {
      return;
    }
    // Those of the same instant see each other, whatever their order.
    int to = after.firstAtOrAfter(arrival.time() + touchedMillis);
    for (int i = after.firstAtOrAfter(arrival.time()); i < to; i++) {
      if (i != place) {
        judgeAgain(books.inForceAt(after.logTime(i)), before, after, i, arrival.time(), said);
      }
    }
  }

  private void judgeArrival(NumberedBook book, History after, int place, List<Judgement> said) {
    List<FiredRule> fired = new ArrayList<>();
    for (KeyedRule rule : book.keyedRules()) {
      judge(rule, after, place)
          .ifPresent(
              finding -> {
                said.add(Alerts.raised(rule, book.number(), after, place, finding));
                fired.add(rule.header().fired());
              });
    }
    if (verdicts) {
      said.add(verdict(book, after, place, fired, Verdict.Change.FIRST));
    }
  }

  private void judgeAgain(
      NumberedBook book,
      History before,
      History after,
      int index,
      long arrivedAt,
      List<Judgement> said) {
    Transaction later = after.get(index);
    int placeBefore = before.placeOf(later);
    List<FiredRule> fired = new ArrayList<>();
    boolean revised = false;
    for (KeyedRule rule : book.keyedRules()) {
      boolean touched = later.time() < arrivedAt + rule.windowMillis();
      if (!touched && !verdicts) {
        continue;
      }
      Optional<Finding> now = judge(rule, after, index);
      now.ifPresent(finding -> fired.add(rule.header().fired()));
      if (touched) {
        // The earlier finding matters if there is none now, and to a verdict.
        Optional<Finding> then =
            now.isEmpty() || verdicts ? judge(rule, before, placeBefore) : Optional.empty();
        revised |= now.isPresent() != then.isPresent();
        if (now.isPresent()) {
          said.add(Alerts.raised(rule, book.number(), after, index, now.get()));
        } else {
          then.ifPresent(
              fallen -> said.add(Alerts.withdrawn(rule, book.number(), after, index, fallen)));
        }
      }
    }
    if (verdicts) {
      said.add(
          verdict(
              book,
              after,
              index,
              fired,
              revised ? Verdict.Change.REVISED : Verdict.Change.CONFIRMED));
    }
  }

  private static Optional<Finding> judge(KeyedRule rule, History history, int index) {
    return rule.header().filter().matches(history.get(index))
        ? rule.judge(history.window(index, rule.windowMillis()))
        : Optional.empty();
  }

  private Verdict verdict(
      NumberedBook book, History history, int index, List<FiredRule> fired, Verdict.Change change) {
    long seen = history.window(index, horizonMillis).seen();
    return new Verdict(history.get(index), book.number(), fired, seen, change);
  }
}
