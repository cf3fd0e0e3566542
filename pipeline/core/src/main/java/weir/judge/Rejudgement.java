package weir.judge;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import weir.history.History;
import weir.model.FiredRule;
import weir.model.Judgement;
import weir.model.Transaction;
import weir.model.Verdict;
import weir.rules.Finding;
import weir.rules.KeyedRule;

/**
 * Asks the keyed rules about the arrival, and about every later transaction whose window it fell
 * into. If transactions arrive in order of time, there is no later one.
 */
final class Rejudgement implements Serializable {
  private static final long serialVersionUID = 1L;

  private final List<KeyedRule> rules;
  private final boolean verdicts;
  private final long horizonMillis;

  /**
   * How much later than an arrival a transaction can be for the arrival to change its judgement.
   */
  private final long touchedMillis;

  Rejudgement(List<KeyedRule> rules, boolean verdicts, long horizonMillis) {
    this.rules = rules;
    this.verdicts = verdicts;
    this.horizonMillis = horizonMillis;
    this.touchedMillis =
        verdicts
            ? horizonMillis
            : rules.stream().mapToLong(KeyedRule::windowMillis).max().orElse(0);
  }

  void judgeAll(History before, History after, Transaction arrival, List<Judgement> said) {
    int place = after.placeOf(arrival);
    judgeArrival(after, place, said);
    if (touchedMillis == 0) {
      return;
    }
    // Those of the same instant see each other, whatever their order.
    int to = after.firstAtOrAfter(arrival.time() + touchedMillis);
    for (int i = after.firstAtOrAfter(arrival.time()); i < to; i++) {
      if (i != place) {
        judgeAgain(before, after, i, arrival.time(), said);
      }
    }
  }

  private void judgeArrival(History after, int place, List<Judgement> said) {
    List<FiredRule> fired = new ArrayList<>();
    for (KeyedRule rule : rules) {
      judge(rule, after, place)
          .ifPresent(
              finding -> {
                said.add(Alerts.raised(rule, after, place, finding));
                fired.add(rule.header().fired());
              });
    }
    if (verdicts) {
      said.add(verdict(after, place, fired, Verdict.Change.FIRST));
    }
  }

  private void judgeAgain(
      History before, History after, int index, long arrivedAt, List<Judgement> said) {
    Transaction later = after.get(index);
    int placeBefore = before.placeOf(later);
    List<FiredRule> fired = new ArrayList<>();
    boolean revised = false;
    for (KeyedRule rule : rules) {
      boolean touched = later.time() < arrivedAt + rule.windowMillis();
      if (!touched && !verdicts) {
        continue;
      }
      Optional<Finding> now = judge(rule, after, index);
      now.ifPresent(finding -> fired.add(rule.header().fired()));
      if (touched) {
        // The earlier finding matters if there is none now, and to a verdict.
        Optional<Finding> then =
            now.isEmpty() || verdicts ? judge(rule, before, placeBefore) : Optional.empty();
        revised |= now.isPresent() != then.isPresent();
        if (now.isPresent()) {
          said.add(Alerts.raised(rule, after, index, now.get()));
        } else {
          then.ifPresent(fallen -> said.add(Alerts.withdrawn(rule, after, index, fallen)));
        }
      }
    }
    if (verdicts) {
      said.add(
          verdict(
              after, index, fired, revised ? Verdict.Change.REVISED : Verdict.Change.CONFIRMED));
    }
  }

  private static Optional<Finding> judge(KeyedRule rule, History history, int index) {
    return rule.header().filter().matches(history.get(index))
        ? rule.judge(history.window(index, rule.windowMillis()))
        : Optional.empty();
  }

  private Verdict verdict(
      History history, int index, List<FiredRule> fired, Verdict.Change change) {
    long seen = history.window(index, horizonMillis).seen();
    return new Verdict(history.get(index), fired, seen, change);
  }
}
