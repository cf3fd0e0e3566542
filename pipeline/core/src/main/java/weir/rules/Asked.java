package weir.rules;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import weir.feature.Feature;

/**
 * What names in the expressions of a rule stand for. It is settled when the rule is read, so that
 * no payment pays for a search.
 *
 * @param facts what transactions can say, by its names
 * @param features those that the expressions ask for, in the order of their names
 * @param places of the features in their list, by their names
 */
record Asked(Map<String, Fact> facts, List<Feature> features, Map<String, Integer> places)
    implements Serializable {
  static final Asked NOTHING = of(Map.of(), List.of());

  static Asked of(Map<String, Fact> facts, List<Feature> features) {
    Map<String, Integer> places = new HashMap<>();
    for (Feature each : features) {
      places.put(each.name(), places.size());
    }
    return new Asked(facts, List.copyOf(features), Map.copyOf(places));
  }
}
