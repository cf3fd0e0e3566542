package weir.judge;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import weir.book.Charter;
import weir.feature.Feature;
import weir.feature.Folding;
import weir.feature.FoldingHistory;
import weir.history.History;
import weir.keys.KeyPlan;
import weir.labels.Labels;
import weir.learn.ModelListener;
import weir.model.Dossier;
import weir.model.FiredRule;
import weir.model.Judgement;
import weir.model.Label;
import weir.model.Transaction;
import weir.model.Verdict;
import weir.notice.Announcements;
import weir.notice.Books;
import weir.notice.NumberedBook;

/**
 * Judges what comes to one value of a key: the transactions that came, and every later one whose
 * window they or labels fell into. A pure function of the history, of what came, and of the books.
 * When something is forgotten makes no difference to any answer.
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
  private final ModelListener listener;

  /**
   * A judge by the books that are in force.
   *
   * @param key the place of the key in the charter
   * @param verdicts whether it also gives the verdict on transactions that go to no later key
   */
  public KeyJudge(int key, Charter charter, Announcements announcements, boolean verdicts) {
    this(key, charter, announcements, verdicts, ModelListener.NONE);
  }

  /**
   * The same.
   *
   * @param listener hears what models are asked
   */
  public KeyJudge(
      int key,
      Charter charter,
      Announcements announcements,
      boolean verdicts,
      ModelListener listener) {
    this(key, charter, announcements, verdicts, WORTH_FORGETTING, listener);
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
    this(key, charter, announcements, verdicts, worthForgetting, ModelListener.NONE);
  }

  private KeyJudge(
      int key,
      Charter charter,
      Announcements announcements,
      boolean verdicts,
      int worthForgetting,
      ModelListener listener) {
    this.worthForgetting = worthForgetting;
    this.listener = listener;
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
   * @param coming in any order; the same transaction or label may be in it several times
   * @param floor below which log time nothing can come any more
   */
  public Outcome judge(KeyHistory known, AtKey coming, long floor) {
    FoldingHistory then = known.transactions();
    List<Judgement> said = new ArrayList<>();
    List<Dossier> live = new ArrayList<>();
    for (Dossier each : coming.dossiers()) {
      if (each.transaction().time() < then.foldedUntil()) {
        passBy(each, said);
      } else {
        live.add(each);
      }
    }
    Changes changes = Changes.of(then.history(), live);
    List<Label> labels = known.labels().newOf(coming.labels());
    if (changes.isEmpty() && labels.isEmpty()) {
      return new Outcome(known, List.of(), said);
    }
    long newest =
        Math.max(known.newestLogTime(), Math.max(changes.newestLogTime(), newestOf(labels)));
    // Some that stand here may have been looked at by somebody who knew more.
    Books books = announcements.knownAt(newest);
    labels = ofUse(books, labels);
    if (changes.isEmpty() && labels.isEmpty()) {
      return new Outcome(known, List.of(), said);
    }
    KeyHistory now =
        new KeyHistory(then.with(changes.dossiers()), known.labels().with(labels), newest);
    History after = now.transactions().history();
    int end = after.first() + after.size();
    // To a key things come in another order the next time: an alert that was raised then may never
    // be raised now, and must be withdrawn all the same.
    boolean again = coming.again();
    // Those of the same instant see each other, whatever their order.
    for (int place = after.firstAtOrAfter(first(changes, labels)); place < end; place++) {
      boolean came = changes.isOne(after.get(place));
      if (came
          || isTouched(books, after, place, changes)
          || isTouched(books, after, place, labels)) {
        judge(books, known, now, place, came, again, said);
      }
    }
    return new Outcome(forget(now, books, floor), changes.newLogTimes(), said);
  }

  private static long newestOf(List<Label> labels) {
    long newest = Long.MIN_VALUE;
    for (Label each : labels) {
      newest = Math.max(newest, each.logTime());
    }
    return newest;
  }

  /** No book counts labels that reached the log when none was looked at. */
  private List<Label> ofUse(Books books, List<Label> labels) {
    return labels.isEmpty()
        ? labels
        : labels.stream()
            .filter(each -> !books.planAt(each.logTime()).labelsAt(key).isEmpty())
            .toList();
  }

  /** The time before which nothing has changed. */
  private long first(Changes changes, List<Label> labels) {
    long first = changes.isEmpty() ? Long.MAX_VALUE : changes.first().time();
    for (Label each : labels) {
      // A transaction that knows of it reached the log after it.
      first = Math.min(first, Math.max(each.time(), each.logTime() - latenessMillis));
    }
    return first;
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
              dossier.score(),
              dossier.found(),
              dossier.again()));
    } else if (verdicts) {
      NumberedBook book = announcements.knownAt(logTime).inForceAt(logTime);
      List<FiredRule> fired = Fired.before(book, dossier).rules();
      said.add(
          new Verdict(
              tx, book.number(), fired, dossier.score(), dossier.seen(), Verdict.Change.FIRST));
    }
  }

  private boolean isTouched(Books books, History after, int place, Changes changes) {
    long time = after.get(place).time();
    KeyPlan plan = books.planAt(after.logTime(place));
    return changes.newBetween(time - plan.reachMillis(key), time);
  }

  /** Whether it knows one of these labels. */
  private boolean isTouched(Books books, History after, int place, List<Label> labels) {
    if (labels.isEmpty()) {
      return false;
    }
    long logTime = after.logTime(place);
    Labels some = Labels.of(labels);
    for (Feature each : books.planAt(logTime).labelsAt(key)) {
      if (some.heard(each.labelsOf(after.get(place).time(), logTime)) > 0) {
        return true;
      }
    }
    return false;
  }

  /**
   * Judges what stands at a place.
   *
   * @param came whether it is new or revised itself; otherwise only its window changed
   */
  private void judge(
      Books books,
      KeyHistory then,
      KeyHistory now,
      int place,
      boolean came,
      boolean again,
      List<Judgement> said) {
    Dossier dossier = now.transactions().history().dossier(place);
    Transaction tx = dossier.transaction();
    NumberedBook book = books.inForceAt(dossier.logTime());
    Look look = new Look(books, now, place, key, dossier.found());
    if (!came && !verdicts && !look.isAsked()) {
      // Only a verdict tells how much was seen here.
      return;
    }
    Look lookBefore = null;
    boolean revised = false;
    int placeBefore = then.transactions().history().find(tx);
    if (placeBefore >= 0) {
      Dossier old = then.transactions().history().dossier(placeBefore);
      lookBefore = new Look(books, then, placeBefore, key, old.found());
      revised =
          !old.fired().equals(dossier.fired()) || !Objects.equals(old.score(), dossier.score());
    }
    Fired fired = Fired.before(book, dossier);
    revised |= new LookAgain(look, lookBefore, verdicts, again, listener).judge(fired, said);
    // Later keys need to hear of it again only where rules ask what was found here.
    boolean goesOn = look.onward() != 0 && (came || verdicts || look.isCarried());
    if (goesOn) {
      said.add(
          new Dossier(
              tx,
              dossier.logTime(),
              look.onward(),
              dossier.seen() + look.seen(),
              fired.places(),
              fired.score(),
              look.carried(),
              again));
    } else if (verdicts) {
      long seen = dossier.seen() + look.seen();
      Verdict.Change change =
          lookBefore == null
              ? Verdict.Change.FIRST
              : revised ? Verdict.Change.REVISED : Verdict.Change.CONFIRMED;
      said.add(new Verdict(tx, book.number(), fired.rules(), fired.score(), seen, change));
    }
  }

  /** Folds or forgets what nothing that is still to come can need one by one. */
  private KeyHistory forget(KeyHistory all, Books books, long floor) {
    if (floor == Long.MIN_VALUE) {
      return all;
    }
    long finalBefore = floor - latenessMillis - skewMillis;
    Labels labels = all.labels();
    if (!labels.isEmpty()) {
      labels = labels.since(finalBefore - labelReach(books, finalBefore));
    }
    return new KeyHistory(
        forget(all.transactions(), books, finalBefore), labels, all.newestLogTime());
  }

  /** How far back from a transaction that is still to come labels are looked at. */
  private long labelReach(Books books, long finalBefore) {
    long reach = 0;
    for (KeyPlan plan : books.plansFrom(finalBefore)) {
      for (Feature each : plan.labelsAt(key)) {
        reach = Math.max(reach, each.window().reachMillis());
      }
    }
    return reach;
  }

  private FoldingHistory forget(FoldingHistory all, Books books, long finalBefore) {
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
