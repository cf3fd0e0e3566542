package weir.judge;

import java.util.List;
import org.jspecify.annotations.Nullable;
import weir.history.Window;
import weir.model.Alert;
import weir.model.Transaction;
import weir.rules.AlertId;
import weir.rules.Finding;
import weir.rules.KeyedRule;
import weir.rules.RuleHeader;

/** Makes an alert of what a rule found about one transaction. */
final class Alerts {
  private Alerts() {}

  /**
   * What an alert is about.
   *
   * @param windowStart just before all that the rule looked at
   * @param seen how many transactions that is
   * @param by the keys besides the user at which it looked, with their values; absent if there are
   *     none
   */
  record Subject(
      RuleHeader rule,
      int book,
      Alert.Mode mode,
      Transaction transaction,
      long windowStart,
      long seen,
      @Nullable String by) {

    /** The subject of a user's window. */
    static Subject of(KeyedRule rule, int book, Alert.Mode mode, Window window) {
      return new Subject(
          rule.header(),
          book,
          mode,
          window.subject(),
          window.start(),
          window.seen(),
          /* by= */ null);
    }
  }

  static Alert raised(Subject subject, Finding finding) {
    return alert(subject, finding, Alert.Status.RAISED, finding.reason());
  }

  static Alert withdrawn(Subject subject, Finding fallen) {
    String reason = "Withdrawn: a late transaction removed the reason. It was: " + fallen.reason();
    return alert(subject, fallen, Alert.Status.WITHDRAWN, reason);
  }

  /** Where nobody knows any more what it was. */
  static Alert withdrawn(Subject subject) {
    Finding unknown =
        new Finding(
            /* observed= */ null,
            /* limit= */ null,
            /* unit= */ null,
            /* values= */ null,
            List.of(subject.transaction().id()),
            /* evidenceCount= */ 1,
            "Withdrawn: a late transaction removed the reason, if there ever was one");
    return alert(subject, unknown, Alert.Status.WITHDRAWN, unknown.reason());
  }

  private static Alert alert(Subject subject, Finding finding, Alert.Status status, String reason) {
    Transaction transaction = subject.transaction();
    RuleHeader rule = subject.rule();
    return new Alert(
        AlertId.ofTransaction(rule, transaction),
        status,
        rule.id(),
        rule.version(),
        subject.book(),
        subject.mode(),
        rule.severity(),
        transaction.userId(),
        transaction.id(),
        transaction.time(),
        subject.windowStart(),
        transaction.time(),
        subject.seen(),
        finding.observed(),
        finding.limit(),
        finding.unit(),
        finding.values(),
        subject.by(),
        finding.evidence(),
        finding.evidenceCount(),
        reason);
  }
}
