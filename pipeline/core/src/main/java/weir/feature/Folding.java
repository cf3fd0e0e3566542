package weir.feature;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import weir.filter.Lists;
import weir.fold.Folded;
import weir.model.Transaction;

/**
 * Folds transactions for some features: into a series for each thing that they measure, which
 * features with different windows share. A series that none of the features asks for is dropped.
 */
public final class Folding implements Serializable {
  private static final long serialVersionUID = 1L;

  private final List<Plan> plans;

  /**
   * One series.
   *
   * @param feature one of those that ask for it
   * @param reachMillis how far back from a transaction the farthest of them looks for edges
   */
  private record Plan(Feature feature, long reachMillis) implements Serializable {}

  private Folding(List<Plan> plans) {
    this.plans = plans;
  }

  /** For all of these that have an edge; they are about the same key. */
  public static Folding of(Collection<Feature> features) {
    Map<String, Plan> plans = new LinkedHashMap<>();
    for (Feature each : features) {
      if (each.window().hasEdge()) {
        long reach = each.window().delayMillis() + each.window().windowMillis();
        plans.merge(
            Measures.seriesOf(each),
            new Plan(each, reach),
            (one, other) -> one.reachMillis < other.reachMillis ? other : one);
      }
    }
    return new Folding(new ArrayList<>(plans.values()));
  }

  /**
   * What was folded, with these as well.
   *
   * @param logTimes when each of them reached the log
   * @param before the time before which all is folded now
   */
  public Folded fold(
      Folded folded, List<Transaction> more, long[] logTimes, long before, Lists lists) {
    Folded.Next next = folded.next(before);
    for (Plan plan : plans) {
      long keptFrom =
          plan.feature.window().edgeOf(Math.max(before, Long.MIN_VALUE / 2) - plan.reachMillis);
      if (Measures.isOfLatest(plan.feature)) {
        putLatest(next, plan.feature, more, logTimes, keptFrom, lists);
      } else {
        put(next, Measures.of(plan.feature, ""), plan.feature, more, logTimes, keptFrom, lists);
      }
    }
    return next.done();
  }

  private static void putLatest(
      Folded.Next next,
      Feature feature,
      List<Transaction> more,
      long[] logTimes,
      long keptFrom,
      Lists lists) {
    Measure.Kinds kinds = Measures.kinds(feature);
    Map<String, Long> latest = new HashMap<>();
    for (int i = 0; i < logTimes.length; i++) {
      Transaction tx = more.get(i);
      String value = kinds.filter().matches(tx, logTimes[i], lists) ? kinds.of(tx) : null;
      if (value != null) {
        latest.merge(value, feature.window().edgeOf(tx.time()), Math::max);
      }
    }
    next.putLatest(Measures.seriesOf(feature), latest, keptFrom);
  }

  /**
   * Puts what is measured.
   *
   * @param any the measure of some group
   */
  private static <S> void put(
      Folded.Next next,
      Measure<S> any,
      Feature feature,
      List<Transaction> more,
      long[] logTimes,
      long keptFrom,
      Lists lists) {
    Map<String, SortedMap<Long, S>> sums = new HashMap<>();
    for (int i = 0; i < logTimes.length; i++) {
      Transaction tx = more.get(i);
      if (any.filter().matches(tx, logTimes[i], lists)) {
        String group = feature.operand() == null ? "" : feature.operand().group(tx);
        S sum = any.inGroup(group).of(tx);
        if (!sum.equals(any.ofNothing())) {
          sums.computeIfAbsent(group, key -> new TreeMap<>())
              .merge(feature.window().edgeOf(tx.time()), sum, any::plus);
        }
      }
    }
    next.put(any.form(), Measures.seriesOf(feature), sums, keptFrom);
  }
}
