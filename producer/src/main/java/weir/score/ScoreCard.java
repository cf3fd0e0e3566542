package weir.score;

import java.util.List;
import java.util.Optional;

/** Precision and recall, rule by rule and attack by attack. */
public record ScoreCard(List<RuleScore> rules, List<KindScore> kinds) {

  public ScoreCard {
    rules = List.copyOf(rules);
    kinds = List.copyOf(kinds);
  }

  public Optional<RuleScore> rule(String ruleId) {
    return rules.stream().filter(rule -> rule.ruleId().equals(ruleId)).findFirst();
  }

  public Optional<KindScore> kind(String kind) {
    return kinds.stream().filter(each -> each.kind().equals(kind)).findFirst();
  }

  public List<KindScore> attacks() {
    return kinds.stream().filter(KindScore::isFraud).toList();
  }

  public List<KindScore> lookAlikes() {
    return kinds.stream().filter(kind -> !kind.isFraud()).toList();
  }
}
