package weir.rules;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import weir.expression.Values;
import weir.feature.Feature;
import weir.filter.Lists;
import weir.model.Transaction;

/**
 * What expressions can know of one transaction: what it says of itself, the features of its window,
 * and lists as of the time at which it reached the log. A feature is computed when it is asked for.
 */
final class Facts implements Values {
  private final Transaction tx;
  private final long logTime;
  private final Lists lists;
  private final Map<String, Fact> facts;
  private final List<Feature> features;
  private final @Nullable Known of;
  private final Map<String, @Nullable Object> computed;

  /** Of a transaction alone. */
  Facts(Transaction tx, long logTime, Lists lists, Map<String, Fact> facts) {
    this.facts = facts;
    this.tx = tx;
    this.logTime = logTime;
    this.lists = lists;
    this.features = List.of();
    this.of = null;
    // Of every transaction that is summed up this is asked, and no feature is.
    this.computed = Map.of();
  }

  /** Of a transaction whose features are known where they are asked for. */
  Facts(Known known, Map<String, Fact> facts, List<Feature> features) {
    this.facts = facts;
    this.tx = known.subject();
    this.logTime = known.logTime();
    this.lists = known.lists();
    this.features = features;
    this.of = known;
    this.computed = new HashMap<>();
  }

  @Override
  public @Nullable Object value(String name) {
    Fact fact = facts.get(name);
    return fact == null ? featureNamed(name) : fact.of().apply(tx);
  }

  private @Nullable Object featureNamed(String name) {
    if (of == null || computed.containsKey(name)) {
      return computed.get(name);
    }
    Object value = null;
    for (Feature each : features) {
      if (each.name().equals(name)) {
        value = of.value(each);
      }
    }
    computed.put(name, value);
    return value;
  }

  @Override
  public boolean isIn(String list, String id) {
    return lists.has(list, id, logTime);
  }

  @Override
  public @Nullable BigDecimal listValue(String list, String id) {
    return lists.value(list, id, logTime);
  }
}
