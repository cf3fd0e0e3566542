package weir.keys;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import weir.feature.Feature;
import weir.feature.FeatureWindow;
import weir.feature.Function;
import weir.feature.Where;
import weir.filter.LogSpan;
import weir.model.Transaction;
import weir.rules.AskingRule;
import weir.rules.KeyedRule;

/**
 * What a book that is in force asks for at other keys than the user. What looks at a key counts the
 * transactions that reached the log while the same was looked at without a break: others were not
 * kept for it.
 */
public final class KeyPlan {
  private final Keys keys;
  private final List<PlannedRule> rules;

  /** The keys at which any rule looks. */
  private final int used;

  /** What is counted at each key. */
  private final List<List<Feature>> seen;

  /** Of features that look at labels at each key, one for each stretch of time. */
  private final List<List<Feature>> labels;

  private final long[] reachMillis;
  private final long[] unfoldedMillis;

  /** By key and path. */
  private final Map<Long, Stop> stops = new ConcurrentHashMap<>();

  /** How far back features of the user look that rules ask for at another key. */
  private final long userReachMillis;

  private KeyPlan(Keys keys, List<PlannedRule> rules) {
    this.keys = keys;
    this.rules = rules;
    int all = 0;
    long userReach = 0;
    this.seen = new ArrayList<>();
    this.labels = new ArrayList<>();
    this.reachMillis = new long[keys.size()];
    this.unfoldedMillis = new long[keys.size()];
    for (int i = 0; i < keys.size(); i++) {
      Set<Feature> counted = new LinkedHashSet<>();
      Map<Object, Feature> stretches = new LinkedHashMap<>();
      for (PlannedFeature each : featuresAt(i, rules)) {
        if (each.isOfLabels()) {
          stretches.putIfAbsent(
              List.of(each.feature().window(), each.feature().where().during()), each.feature());
        }
        counted.add(each.seen());
        reachMillis[i] = Math.max(reachMillis[i], each.seen().window().reachMillis());
      }
      seen.add(List.copyOf(counted));
      labels.add(List.copyOf(stretches.values()));
      for (Feature each : looksAt(i)) {
        unfoldedMillis[i] = Math.max(unfoldedMillis[i], each.window().unfoldedMillis());
      }
    }
    for (PlannedFeature each : featuresAt(Keys.USER, rules)) {
      userReach = Math.max(userReach, each.feature().window().reachMillis());
    }
    for (PlannedRule each : rules) {
      all |= each.keys();
    }
    this.used = all;
    this.userReachMillis = userReach;
  }

  /** When what a feature looks at has been kept. */
  public interface InForce {
    LogSpan of(Feature feature);
  }

  /** The plan of these rules. */
  public static KeyPlan of(Keys keys, List<KeyedRule> rules, InForce inForce) {
    List<PlannedRule> planned = new ArrayList<>();
    for (int place = 0; place < rules.size(); place++) {
      KeyedRule rule = rules.get(place);
      if (!rule.keys().isEmpty()) {
        planned.add(planned(keys, place, rule, inForce));
      }
    }
    return new KeyPlan(keys, planned);
  }

  private static PlannedRule planned(Keys keys, int place, KeyedRule rule, InForce inForce) {
    int bits = 0;
    for (String each : rule.keys()) {
      bits |= 1 << keys.place(each);
    }
    List<PlannedFeature> features = new ArrayList<>();
    if (rule instanceof AskingRule asking) {
      for (Feature each : asking.features()) {
        features.add(
            each.by() == null
                ? PlannedFeature.of(Keys.USER, each, LogSpan.ALWAYS)
                : PlannedFeature.of(keys.place(each.by()), each, inForce.of(each)));
      }
      return PlannedRule.of(place, rule, bits, features);
    }
    Feature window = windowOf(rule);
    LogSpan span = inForce.of(window);
    KeyedRule during = rule.with(rule.header().during(span));
    features.add(PlannedFeature.of(Integer.numberOfTrailingZeros(bits), window, span));
    return PlannedRule.of(place, during, bits, features);
  }

  /** The window of a rule of another kind, as a feature: how many transactions it looks at. */
  public static Feature windowOf(KeyedRule rule) {
    return new Feature(
        "window",
        Function.COUNT,
        /* operand= */ null,
        rule.header().by(),
        new FeatureWindow(rule.windowMillis(), 0, 0),
        /* withoutItself= */ false,
        Where.ALL);
  }

  private static List<PlannedFeature> featuresAt(int key, List<PlannedRule> rules) {
    return rules.stream()
        .flatMap(rule -> rule.features().stream())
        .filter(feature -> feature.key() == key)
        .toList();
  }

  /** Those rules that look at another key than the user, in the order of the book. */
  public List<PlannedRule> rules() {
    return rules;
  }

  public boolean isEmpty() {
    return rules.isEmpty();
  }

  /** The keys at which a transaction is looked at. */
  public int path(Transaction tx) {
    return used == 0 ? 0 : used & keys.of(tx);
  }

  /** What is to be done at a key, or at the user, with a transaction of this path. */
  public Stop stop(int key, int path) {
    Long place = ((long) key << Integer.SIZE) | path;
    Stop known = stops.get(place);
    return known == null ? stops.computeIfAbsent(place, any -> Stop.of(rules, key, path)) : known;
  }

  public Keys keys() {
    return keys;
  }

  /** How far ahead of the log a transaction may be. */
  public long skewMillis() {
    return keys.skewMillis();
  }

  /** How many transactions are seen at a key: each of these counts. */
  public List<Feature> seenAt(int key) {
    return seen.get(key);
  }

  /** Features that look at labels at a key, one for each stretch of time that they look at. */
  public List<Feature> labelsAt(int key) {
    return labels.get(key);
  }

  /** How far back from a transaction anything is looked at, at a key. */
  public long reachMillis(int key) {
    return reachMillis[key];
  }

  /** How far back features of the user look that rules ask for at another key. */
  public long userReachMillis() {
    return userReachMillis;
  }

  /** How far back from a transaction others must be there one by one, at a key. */
  public long unfoldedMillis(int key) {
    return unfoldedMillis[key];
  }

  /** What rules ask for at a key. */
  List<Feature> featuresAt(int key) {
    return featuresAt(key, rules).stream().map(PlannedFeature::feature).toList();
  }

  /** All features at a key, also those that only count what is seen. */
  public List<Feature> looksAt(int key) {
    List<Feature> all = new ArrayList<>(seen.get(key));
    featuresAt(key, rules).forEach(each -> all.add(each.feature()));
    return all;
  }
}
