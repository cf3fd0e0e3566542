package weir.judge;

import weir.history.Window;
import weir.model.Alert;
import weir.model.Transaction;
import weir.rules.AlertId;
import weir.rules.Finding;
import weir.rules.KeyedRule;

/** Makes an alert of what a rule found about one transaction. */
final class Alerts {
  private Alerts() {}

  static Alert raised(KeyedRule rule, int book, Alert.Mode mode, Window window, Finding finding) {
    return alert(rule, book, mode, window, finding, Alert.Status.RAISED, finding.reason());
  }

  static Alert withdrawn(KeyedRule rule, int book, Alert.Mode mode, Window window, Finding fallen) {
    String reason = "Withdrawn: a late transaction removed the reason. It was: " + fallen.reason();
    return alert(rule, book, mode, window, fallen, Alert.Status.WITHDRAWN, reason);
  }

  private static Alert alert(
      KeyedRule rule,
      int book,
      Alert.Mode mode,
      Window window,
      Finding finding,
      Alert.Status status,
      String reason) {
    Transaction subject = window.subject();
    return new Alert(
        AlertId.ofTransaction(rule.header(), subject),
        status,
        rule.header().id(),
        rule.header().version(),
        book,
        mode,
        rule.header().severity(),
        subject.userId(),
        subject.id(),
        subject.time(),
        window.start(),
        subject.time(),
        window.seen(),
        finding.observed(),
        finding.limit(),
        finding.unit(),
        finding.values(),
        /* by= */ null,
        finding.evidence().stream().map(Transaction::id).toList(),
        finding.evidenceCount(),
        reason);
  }
}
