package weir.judge;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import weir.filter.Lists;
import weir.history.History;
import weir.history.Window;
import weir.model.Alert;
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
 * by the book that was in force when it reached the log itself, and by the lists of that time.
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
    judgeArrival(books, after, place, said);
    // How long after an arrival something may stand that it changes what is said about.
    long touchedMillis = verdicts ? horizonMillis : books.longestWindowMillis();
    if (touchedMillis == 0) {
      return;
    }
    // Those of the same instant see each other, whatever their order.
    int to = after.firstAtOrAfter(arrival.time() + touchedMillis);
    for (int i = after.firstAtOrAfter(arrival.time()); i < to; i++) {
      if (i != place) {
        judgeAgain(books, before, after, i, arrival.time(), said);
      }
    }
  }

  private void judgeArrival(Books books, History after, int place, List<Judgement> said) {
    NumberedBook book = books.inForceAt(after.logTime(place));
    Lists lists = books.lists();
    List<FiredRule> fired = new ArrayList<>();
    for (KeyedRule rule : book.keyedRules()) {
      judge(rule, after, place, lists)
          .ifPresent(
              finding -> {
                Window window = after.window(place, rule.windowMillis(), lists);
                Alert.Mode mode = mode(rule, window, lists);
                said.add(Alerts.raised(rule, book.number(), mode, window, finding));
                if (mode == Alert.Mode.LIVE) {
                  fired.add(rule.header().fired());
                }
              });
    }
    if (verdicts) {
      said.add(verdict(book, after, place, fired, Verdict.Change.FIRST));
    }
  }

  private void judgeAgain(
      Books books, History before, History after, int index, long arrivedAt, List<Judgement> said) {
    NumberedBook book = books.inForceAt(after.logTime(index));
    Lists lists = books.lists();
    Transaction later = after.get(index);
    int placeBefore = before.placeOf(later);
    List<FiredRule> fired = new ArrayList<>();
    boolean revised = false;
    for (KeyedRule rule : book.keyedRules()) {
      boolean touched = later.time() < arrivedAt + rule.windowMillis();
      if (!touched && !verdicts) {
        continue;
      }
      Optional<Finding> now = judge(rule, after, index, lists);
      // The earlier finding matters if there is none now, and to a verdict.
      Optional<Finding> then =
          touched && (now.isEmpty() || verdicts)
              ? judge(rule, before, placeBefore, lists)
              : Optional.empty();
      if (now.isEmpty() && then.isEmpty()) {
        continue;
      }
      Window window = after.window(index, rule.windowMillis(), lists);
      // It rests on when the transaction reached the log, so it was the same before.
      Alert.Mode mode = mode(rule, window, lists);
      if (mode == Alert.Mode.LIVE) {
        now.ifPresent(finding -> fired.add(rule.header().fired()));
        revised |= touched && now.isPresent() != then.isPresent();
      }
      if (touched) {
        said.add(
            now.isPresent()
                ? Alerts.raised(rule, book.number(), mode, window, now.get())
                : Alerts.withdrawn(rule, book.number(), mode, window, then.orElseThrow()));
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

  private static Optional<Finding> judge(KeyedRule rule, History history, int index, Lists lists) {
    return history.passes(index, rule.header().filter(), lists)
        ? rule.judge(history.window(index, rule.windowMillis(), lists))
        : Optional.empty();
  }

  private static Alert.Mode mode(KeyedRule rule, Window window, Lists lists) {
    return rule.header().mode(window.subject().userId(), window.logTime(), lists);
  }

  private Verdict verdict(
      NumberedBook book, History history, int index, List<FiredRule> fired, Verdict.Change change) {
    long seen = history.window(index, horizonMillis, Lists.NONE).seen();
    return new Verdict(history.get(index), book.number(), fired, seen, change);
  }
}
