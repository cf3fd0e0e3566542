package weir.judge;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import weir.feature.FoldingHistory;
import weir.filter.Lists;
import weir.history.History;
import weir.history.Window;
import weir.keys.KeyPlan;
import weir.learn.ModelListener;
import weir.model.Accepted;
import weir.model.Alert;
import weir.model.Dossier;
import weir.model.Judgement;
import weir.model.Transaction;
import weir.model.Verdict;
import weir.notice.Books;
import weir.notice.NumberedBook;
import weir.rules.Finding;
import weir.rules.KeyedRule;
import weir.rules.Opinion;

/**
 * What a grown history makes the keyed rules say: about the arrival, and about every later
 * transaction whose window it fell into. In order of time there are none of those. Each is judged
 * by the book that was in force when it reached the log itself, and by the lists of that time.
 */
final class Rejudgement implements Serializable {
  private static final long serialVersionUID = 1L;

  private final boolean verdicts;
  private final long horizonMillis;
  private final ModelListener listener;

  Rejudgement(boolean verdicts, long horizonMillis, ModelListener listener) {
    this.verdicts = verdicts;
    this.horizonMillis = horizonMillis;
    this.listener = listener;
  }

  void judgeAll(
      Books books, History before, History after, Accepted received, List<Judgement> said) {
    Transaction arrival = received.transaction();
    boolean again = received.again();
    int place = after.placeOf(arrival);
    judgeArrival(books, after, place, again, said);
    // How long after an arrival something may stand that it changes what is said about.
    long touchedMillis = verdicts ? horizonMillis : books.longestWindowMillis();
    if (touchedMillis == 0) {
      return;
    }
    // Those of the same instant see each other, whatever their order.
    int to = after.firstAtOrAfter(arrival.time() + touchedMillis);
    for (int i = after.firstAtOrAfter(arrival.time()); i < to; i++) {
      if (i != place) {
        judgeAgain(books, before, after, i, arrival.time(), again, said);
      }
    }
  }

  private void judgeArrival(
      Books books, History after, int place, boolean again, List<Judgement> said) {
    NumberedBook book = books.inForceAt(after.logTime(place));
    Lists lists = books.lists();
    AtUser now = new AtUser(after, place, lists);
    Fired fired = new Fired(book);
    List<KeyedRule> rules = book.keyedRules();
    for (int i = 0; i < rules.size(); i++) {
      if (!book.isOfUser(i)) {
        continue;
      }
      KeyedRule rule = rules.get(i);
      Opinion opinion = now.opinion(rule);
      opinion.tell(listener, after.get(place).id(), after.logTime(place));
      Optional<Finding> finding = opinion.finding();
      fired.score(i, opinion.score());
      if (finding.isPresent()) {
        Window window = now.window(rule);
        Alert.Mode mode = mode(rule, window, lists);
        said.add(
            Alerts.raised(Alerts.Subject.of(rule, book.number(), mode, window), finding.get()));
        fired.add(i, mode);
      }
    }
    Look look = lookAtKeys(books, after, place);
    if (look != null) {
      new LookAgain(look, /* before= */ null, verdicts, listener).judge(fired, said);
    }
    conclude(book, after, place, look, fired, Verdict.Change.FIRST, again, said);
  }

  private void judgeAgain(
      Books books,
      History before,
      History after,
      int index,
      long arrivedAt,
      boolean again,
      List<Judgement> said) {
    NumberedBook book = books.inForceAt(after.logTime(index));
    Lists lists = books.lists();
    Transaction later = after.get(index);
    int placeBefore = before.placeOf(later);
    AtUser atUser = new AtUser(after, index, lists);
    AtUser atUserBefore = new AtUser(before, placeBefore, lists);
    Fired fired = new Fired(book);
    boolean revised = false;
    List<KeyedRule> rules = book.keyedRules();
    for (int i = 0; i < rules.size(); i++) {
      KeyedRule rule = rules.get(i);
      boolean touched = later.time() < arrivedAt + rule.windowMillis();
      if (!book.isOfUser(i) || (!touched && !verdicts)) {
        continue;
      }
      Opinion opinion = atUser.opinion(rule);
      Optional<Finding> now = opinion.finding();
      // The earlier opinion matters if there is no finding now, and to a verdict.
      Opinion earlier =
          touched && (now.isEmpty() || verdicts) ? atUserBefore.opinion(rule) : Opinion.NONE;
      Optional<Finding> then = earlier.finding();
      fired.score(i, opinion.score());
      revised |=
          touched && fired.isScoredBy(i) && !Objects.equals(opinion.score(), earlier.score());
      if (now.isEmpty() && then.isEmpty()) {
        continue;
      }
      Window window = atUser.window(rule);
      // It rests on when the transaction reached the log, so it was the same before.
      Alert.Mode mode = mode(rule, window, lists);
      if (mode == Alert.Mode.LIVE) {
        revised |= touched && now.isPresent() != then.isPresent();
      }
      if (now.isPresent()) {
        fired.add(i, mode);
      }
      if (touched) {
        Alerts.Subject subject = Alerts.Subject.of(rule, book.number(), mode, window);
        said.add(
            now.isPresent()
                ? Alerts.raised(subject, now.get())
                : Alerts.withdrawn(subject, then.orElseThrow()));
      }
    }
    Look look = lookAtKeys(books, after, index);
    if (look != null) {
      Look lookBefore = lookAtKeys(books, before, placeBefore);
      revised |= new LookAgain(look, lookBefore, verdicts, listener).judge(fired, said);
      if (!verdicts
          && later.time() >= arrivedAt + books.planAt(after.logTime(index)).userReachMillis()) {
        // Nothing that goes on has changed.
        return;
      }
    }
    conclude(
        book,
        after,
        index,
        look,
        fired,
        revised ? Verdict.Change.REVISED : Verdict.Change.CONFIRMED,
        again,
        said);
  }

  /** What rules can know of it that look at other keys; nothing if no rule of the book does. */
  private static @Nullable Look lookAtKeys(Books books, History history, int place) {
    KeyPlan plan = books.planAt(history.logTime(place));
    return plan.isEmpty() ? null : new Look(books, FoldingHistory.of(history), place);
  }

  private static Alert.Mode mode(KeyedRule rule, Window window, Lists lists) {
    return rule.header().mode(window.subject().userId(), window.logTime(), lists);
  }

  /** Sends it on to the keys at which it is still to be looked at, or gives the verdict. */
  private void conclude(
      NumberedBook book,
      History history,
      int index,
      @Nullable Look look,
      Fired fired,
      Verdict.Change change,
      boolean again,
      List<Judgement> said) {
    int onward = look == null ? 0 : look.onward();
    if (onward == 0 && !verdicts) {
      return;
    }
    long seen = history.window(index, horizonMillis, Lists.NONE).seen();
    Transaction tx = history.get(index);
    said.add(
        onward == 0 || look == null
            ? new Verdict(tx, book.number(), fired.rules(), fired.score(), seen, change)
            : new Dossier(
                tx,
                history.logTime(index),
                onward,
                seen,
                fired.places(),
                fired.score(),
                look.carried(),
                again));
  }
}
