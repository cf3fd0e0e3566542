package weir.rules;

import java.util.List;
import weir.model.Alert;
import weir.model.Transaction;

/** Makes an alert of what a rule found about one transaction. */
final class Alerts {
  private Alerts() {}

  static Alert raised(KeyedRule rule, History history, int index, Finding finding) {
    return alert(rule, history, index, finding, Alert.Status.RAISED, finding.reason());
  }

  static Alert withdrawn(KeyedRule rule, History history, int index, Finding fallen) {
    String reason = "No longer so, a later arrival explains it: " + fallen.reason();
    return alert(rule, history, index, fallen, Alert.Status.WITHDRAWN, reason);
  }

  private static Alert alert(
      KeyedRule rule,
      History history,
      int index,
      Finding finding,
      Alert.Status status,
      String reason) {
    Window window = history.window(index, rule.windowMillis());
    Transaction subject = window.subject();
    List<Transaction> evidence = finding.evidence();
    int named = Math.min(Alert.MOST_EVIDENCE, evidence.size());
    return new Alert(
        AlertId.ofTransaction(rule.header(), subject),
        status,
        rule.header().id(),
        rule.header().version(),
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
        evidence.subList(evidence.size() - named, evidence.size()).stream()
            .map(Transaction::id)
            .toList(),
        evidence.size(),
        reason);
  }
}
