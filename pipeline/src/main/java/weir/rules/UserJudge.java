package weir.rules;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import weir.model.Alert;
import weir.model.Judgement;
import weir.model.Received;
import weir.model.RejectReason;
import weir.model.Rejected;
import weir.model.Spent;
import weir.model.Transaction;

/**
 * Judges one user's arrivals: the arrival itself, and every later transaction whose window it fell
 * into. A pure function of the history and the arrival.
 */
public final class UserJudge implements Serializable {
  private static final long serialVersionUID = 1L;

  private final List<KeyedRule> rules;
  private final List<TotalGate> gates;
  private final long retentionMillis;
  private final long idMemoryMillis;

  public UserJudge(RuleBook book) {
    this.rules = book.keyedRules();
    this.gates = book.totals().stream().map(TotalGate::new).toList();
    this.retentionMillis = book.retentionMillis();
    this.idMemoryMillis = book.idMemoryMillis();
  }

  /**
   * What an arrival makes of a history: the next one, and all that is to be said.
   *
   * @param changed whether the history is another than before
   */
  public record Outcome(History history, boolean changed, List<Judgement> judgements) {}

  public Outcome judge(History history, Received received) {
    Transaction arrival = received.transaction();
    Optional<Transaction> known =
        history.find(arrival.id(), received.position().time() - idMemoryMillis);
    if (known.isPresent()) {
      return new Outcome(history, false, duplicate(known.get(), received));
    }
    History grown = history.with(arrival, retentionMillis);
    List<Judgement> judgements = new ArrayList<>();
    int place = grown.placeOf(arrival);
    for (KeyedRule rule : rules) {
      judge(rule, grown, place)
          .ifPresent(finding -> judgements.add(raised(rule, grown, place, finding)));
      judgeAgain(rule, history, grown, arrival, judgements);
    }
    for (TotalGate gate : gates) {
      for (Transaction spent : gate.opened(history, grown, arrival)) {
        judgements.add(new Spent(gate.rule().header().id(), spent));
      }
    }
    return new Outcome(grown, true, judgements);
  }

  private static List<Judgement> duplicate(Transaction known, Received received) {
    if (known.equals(received.transaction())) {
      return List.of();
    }
    return List.of(
        new Rejected(
            RejectReason.CONFLICTING_DUPLICATE,
            "another transaction with this id came first and stands",
            received.position(),
            received.original()));
  }

  /** Judges again those whose window the arrival fell into; in order of time there are none. */
  private void judgeAgain(
      KeyedRule rule, History before, History after, Transaction arrival, List<Judgement> said) {
    if (rule.windowMillis() == 0) {
      return;
    }
    int from = after.firstAtOrAfter(arrival.time());
    int to = after.firstAtOrAfter(arrival.time() + rule.windowMillis());
    for (int i = from; i < to; i++) {
      Transaction later = after.get(i);
      if (later.id().equals(arrival.id()) && later.time() == arrival.time()) {
        continue;
      }
      Optional<Finding> now = judge(rule, after, i);
      if (now.isPresent()) {
        said.add(raised(rule, after, i, now.get()));
      } else {
        int index = i;
        judge(rule, before, before.placeOf(later))
            .ifPresent(fallen -> said.add(withdrawn(rule, after, index, fallen)));
      }
    }
  }

  private static Optional<Finding> judge(KeyedRule rule, History history, int index) {
    return rule.header().filter().matches(history.get(index))
        ? rule.judge(history.window(index, rule.windowMillis()))
        : Optional.empty();
  }

  private static Alert raised(KeyedRule rule, History history, int index, Finding finding) {
    return alert(rule, history, index, finding, Alert.Status.RAISED, finding.reason());
  }

  private static Alert withdrawn(KeyedRule rule, History history, int index, Finding fallen) {
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
