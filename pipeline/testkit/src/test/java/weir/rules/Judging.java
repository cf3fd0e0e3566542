package weir.rules;

import java.util.ArrayList;
import java.util.List;
import weir.book.RuleBook;
import weir.filter.Filter;
import weir.history.History;
import weir.judge.UserJudge;
import weir.model.Accepted;
import weir.model.Alert;
import weir.model.Judgement;
import weir.model.Severity;
import weir.model.Verdict;
import weir.oracle.Sample;

/** Judges samples in the order given, and keeps the judgements. */
public final class Judging {
  public static final long MINUTE = 60_000;

  private final UserJudge judge;
  private final List<Judgement> said = new ArrayList<>();
  private History history = History.empty();

  public Judging(Rule... rules) {
    this(/* verdicts= */ false, rules);
  }

  public Judging(boolean verdicts, Rule... rules) {
    this.judge = new UserJudge(new RuleBook(List.of(rules), MINUTE, 5000), verdicts);
  }

  public static RuleHeader header() {
    return header(Filter.NONE);
  }

  public static RuleHeader header(Filter filter) {
    return new RuleHeader("rule", 1, Severity.HIGH, filter);
  }

  public Judging then(Sample... samples) {
    for (Sample sample : samples) {
      then(sample.received());
    }
    return this;
  }

  public Judging then(Accepted received) {
    UserJudge.Outcome outcome = judge.judge(history, received);
    history = outcome.history();
    said.addAll(outcome.judgements());
    return this;
  }

  public History history() {
    return history;
  }

  public List<Judgement> said() {
    return said;
  }

  public List<Verdict> verdicts() {
    return said.stream().filter(Verdict.class::isInstance).map(Verdict.class::cast).toList();
  }

  public List<Alert> alerts() {
    return said.stream().filter(Alert.class::isInstance).map(Alert.class::cast).toList();
  }

  /** The ids of the transactions for which an alert was raised, once for each time. */
  List<String> raised() {
    return alerts().stream()
        .filter(Alert::isRaised)
        .map(alert -> String.valueOf(alert.transactionId()))
        .toList();
  }

  List<String> withdrawn() {
    return alerts().stream()
        .filter(alert -> !alert.isRaised())
        .map(alert -> String.valueOf(alert.transactionId()))
        .toList();
  }
}
