package weir.job;

import java.util.List;
import weir.book.Charter;
import weir.book.RuleBook;
import weir.detect.ModelDrift;
import weir.fields.DeclaredField;
import weir.judge.Floor;
import weir.judge.KeyJudge;
import weir.judge.UserJudge;
import weir.keys.Keys;
import weir.notice.Announcements;
import weir.notice.Books;

/**
 * What a job judges by.
 *
 * @param charter what stays whichever books come
 * @param announcements which book is in force when
 * @param first the books that were known when the job began
 * @param floor before which log time no transaction is still to come, for steps that look at more
 *     keys than the user
 */
public record Rules(Charter charter, Announcements announcements, Books first, Floor floor) {

  /** While nothing is known of how far the log is judged. */
  Rules(Charter charter, Announcements announcements, Books first) {
    this(charter, announcements, first, Floor.NONE);
  }

  /** The same with a floor. */
  Rules above(Floor other) {
    return new Rules(charter, announcements, first, other);
  }

  /** One book for all time. */
  public static Rules always(RuleBook book) {
    return always(book, "");
  }

  /** The same with its text. */
  static Rules always(RuleBook book, String text) {
    Announcements announcements = Announcements.always(book, text);
    return new Rules(book.charter(), announcements, announcements.knownAt(Long.MAX_VALUE));
  }

  /** The fields that transactions have besides the usual ones. */
  List<DeclaredField> declared() {
    return charter.layout().fields();
  }

  UserJudge judge(boolean verdicts) {
    return new UserJudge(charter, announcements, verdicts, ModelDrift.LISTENER);
  }

  /** Whether transactions are looked at by more than their user's other transactions. */
  boolean hasKeys() {
    return !charter.furtherKeys().isEmpty();
  }

  Keys keys() {
    return Keys.of(charter);
  }

  KeyJudge keyJudge(int key, boolean verdicts) {
    return new KeyJudge(key, charter, announcements, verdicts, ModelDrift.LISTENER);
  }

  /** By which book the log is judged now, for people. */
  String sentence() {
    long now = System.currentTimeMillis();
    long coming =
        first.all().stream().filter(each -> !each.cancelled() && each.inForceFrom() > now).count();
    return "book "
        + first.inForceAt(now).number()
        + (coming == 0 ? "" : " (" + coming + " more announced)");
  }

  /** Rules about single transactions that there are already. */
  List<String> keyedIds() {
    return first.all().stream()
        .flatMap(each -> each.book().keyedRules().stream())
        .map(rule -> rule.header().id())
        .distinct()
        .toList();
  }

  /** Totals that there are already. */
  List<String> totalIds() {
    return first.all().stream()
        .flatMap(each -> each.book().totals().stream())
        .map(rule -> rule.header().id())
        .distinct()
        .toList();
  }
}
