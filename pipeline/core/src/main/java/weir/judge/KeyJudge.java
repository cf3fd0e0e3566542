package weir.judge;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import weir.book.Charter;
import weir.feature.Feature;
import weir.feature.Folding;
import weir.feature.FoldingHistory;
import weir.history.History;
import weir.keys.KeyPlan;
import weir.model.Dossier;
import weir.model.FiredRule;
import weir.model.Judgement;
import weir.model.Transaction;
import weir.model.Verdict;
import weir.notice.Announcements;
import weir.notice.Books;
import weir.notice.NumberedBook;

/**
 * Judges what comes to one value of a key: the transactions that came, and every later one whose
 * window they fell into. A pure function of the history, of what came, and of the books. When
 * something is forgotten makes no difference to any answer.
 */
public final class KeyJudge implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Forgetting costs as much as there are edges and different values, so many go at once. */
  private static final int WORTH_FORGETTING = 64;

  private static final int WORTH_FORGETTING_PART = 8;

  private final int key;
  private final Announcements announcements;
  private final boolean verdicts;
  private final long latenessMillis;
  private final long skewMillis;
  private final int worthForgetting;

  /**
   * A judge by the books that are in force.
   *
   * @param key the place of the key in the charter
   * @param verdicts whether it also gives the verdict on transactions that go to no later key
   */
  public KeyJudge(int key, Charter charter, Announcements announcements, boolean verdicts) {
    this(key, charter, announcements, verdicts, WORTH_FORGETTING);
  }

  /**
   * The same.
   *
   * @param worthForgetting how many are forgotten at once at least, which changes no answer
   */
  public KeyJudge(
      int key,
      Charter charter,
      Announcements announcements,
      boolean verdicts,
      int worthForgetting) {
    this.worthForgetting = worthForgetting;
    this.key = key;
    this.announcements = announcements;
    this.verdicts = verdicts;
    this.latenessMillis = charter.allowedLatenessMillis();
    this.skewMillis = charter.allowedClockSkewMillis();
  }

  /**
   * What comes of it: the next history, and all judgements.
   *
   * @param newLogTimes when those transactions reached the log that came for the first time
   */
  public record Outcome(KeyHistory history, List<Long> newLogTimes, List<Judgement> judgements) {}

  /**
   * Judges what came.
   *
   * @param came in any order; the same transaction may be among them several times
   * @param floor below which log time nothing can come any more
   */
  public Outcome judge(KeyHistory known, Collection<Dossier> came, long floor) {
    FoldingHistory then = known.transactions();
    List<Judgement> said = new ArrayList<>();
    List<Dossier> live = new ArrayList<>();
    for (Dossier each : came) {
      if (each.transaction().time() < then.foldedUntil()) {
        passBy(each, said);
      } else {
        live.add(each);
      }
    }
    Changes changes = Changes.of(then.history(), live);
    if (changes.isEmpty()) {
      return new Outcome(known, List.of(), said);
    }
    long newest = Math.max(known.newestLogTime(), changes.newestLogTime());
    // Some that stand here may have been looked at by somebody who knew more.
    Books books = announcements.knownAt(newest);
    FoldingHistory now = then.with(changes.dossiers());
    History after = now.history();
    int end = after.first() + after.size();
    // To a key things come in another order the next time: an alert that was raised then may never
    // be raised now, and must be withdrawn all the same.
    boolean again = false;
    for (Dossier each : came) {
      again |= each.again();
    }
    // Those of the same instant see each other, whatever their order.
    for (int place = after.firstAtOrAfter(changes.first().time()); place < end; place++) {
      if (changes.isOne(after.get(place)) || isTouched(books, after, place, changes)) {
        judge(books, then, now, place, again, said);
      }
    }
    return new Outcome(
        new KeyHistory(forget(now, books, floor), newest), changes.newLogTimes(), said);
  }

  /**
   * What comes of a transaction that is older than what was taken to be final. There is none unless
   * the sender of a record wrote a log time far below those around it. It is not looked at here, as
   * if it lacked the key: a job never ends for the sake of a record.
   */
  private void passBy(Dossier dossier, List<Judgement> said) {
    int onward = dossier.onward() & ~(1 << key);
    Transaction tx = dossier.transaction();
    long logTime = dossier.logTime();
    if (onward != 0) {
      said.add(
          new Dossier(
              tx,
              logTime,
              onward,
              dossier.seen(),
              dossier.fired(),
              dossier.found(),
              dossier.again()));
    } else if (verdicts) {
      NumberedBook book = announcements.knownAt(logTime).inForceAt(logTime);
      List<FiredRule> fired = new Fired(book, dossier.fired()).rules();
      said.add(new Verdict(tx, book.number(), fired, dossier.seen(), Verdict.Change.FIRST));
    }
  }

  private boolean isTouched(Books books, History after, int place, Changes changes) {
    long time = after.get(place).time();
    KeyPlan plan = books.planAt(after.logTime(place));
    return changes.newBetween(time - plan.reachMillis(key), time);
  }

  private void judge(
      Books books,
      FoldingHistory then,
      FoldingHistory now,
      int place,
      boolean again,
      List<Judgement> said) {
    Dossier dossier = now.history().dossier(place);
    Transaction tx = dossier.transaction();
    NumberedBook book = books.inForceAt(dossier.logTime());
    Look look = new Look(books, now, place, key, dossier.found());
    Look lookBefore = null;
    boolean revised = false;
    int placeBefore = then.history().find(tx);
    if (placeBefore >= 0) {
      Dossier old = then.history().dossier(placeBefore);
      lookBefore = new Look(books, then, placeBefore, key, old.found());
      revised = !old.fired().equals(dossier.fired());
    }
    Fired fired = new Fired(book, dossier.fired());
    revised |= new LookAgain(look, lookBefore, verdicts, again).judge(fired, said);
    long seen = dossier.seen() + look.seen();
    if (look.onward() != 0) {
      said.add(
          new Dossier(
              tx, dossier.logTime(), look.onward(), seen, fired.places(), look.carried(), again));
    } else if (verdicts) {
      Verdict.Change change =
          lookBefore == null
              ? Verdict.Change.FIRST
              : revised ? Verdict.Change.REVISED : Verdict.Change.CONFIRMED;
      said.add(new Verdict(tx, book.number(), fired.rules(), seen, change));
    }
  }

  /** Folds or forgets what nothing that is still to come can need one by one. */
  private FoldingHistory forget(FoldingHistory all, Books books, long floor) {
    if (floor == Long.MIN_VALUE) {
      return all;
    }
    long finalBefore = floor - latenessMillis - skewMillis;
    long time = finalBefore - books.unfoldedMillis(key);
    int many = all.history().firstAtOrAfter(time) - all.history().first();
    if (many < Math.max(worthForgetting, all.history().size() / WORTH_FORGETTING_PART)) {
      return all;
    }
    List<Feature> looks = new ArrayList<>();
    for (KeyPlan each : books.plansFrom(finalBefore)) {
      looks.addAll(each.looksAt(key));
    }
    return all.foldedBefore(time, Folding.of(looks), books.lists());
  }
}
