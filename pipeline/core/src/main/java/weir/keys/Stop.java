package weir.keys;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import weir.rules.AskingRule;

/**
 * What is to be done at one key with transactions of one path.
 *
 * @param judged the rules that are judged here, in the order of the book
 * @param carried the features that are looked at here and asked for later
 * @param kept the names of those features that were carried here and are asked for later
 */
public record Stop(List<PlannedRule> judged, List<Carried> carried, Set<String> kept) {

  /**
   * A feature that is carried on.
   *
   * @param evidence how many transactions it names at most
   * @param rules that ask for it
   */
  public record Carried(PlannedFeature feature, int evidence, List<PlannedRule> rules) {}

  static Stop of(List<PlannedRule> all, int key, int path) {
    List<PlannedRule> judged = new ArrayList<>();
    Map<String, Carried> carried = new LinkedHashMap<>();
    Set<String> kept = new TreeSet<>();
    for (PlannedRule rule : all) {
      if (!rule.isFor(path)) {
        continue;
      }
      if (rule.lastKey(path) == key) {
        judged.add(rule);
      } else if (rule.lastKey(path) > key && rule.rule() instanceof AskingRule asking) {
        for (PlannedFeature each : rule.features()) {
          if (each.key() == key) {
            carried.merge(
                each.name(), new Carried(each, asking.evidenceOfEach(), List.of(rule)), Stop::both);
          } else if (each.key() < key) {
            kept.add(each.name());
          }
        }
      }
    }
    return new Stop(List.copyOf(judged), List.copyOf(carried.values()), kept);
  }

  private static Carried both(Carried one, Carried other) {
    List<PlannedRule> rules = new ArrayList<>(one.rules());
    rules.addAll(other.rules());
    return new Carried(
        one.feature(), Math.max(one.evidence(), other.evidence()), List.copyOf(rules));
  }
}
