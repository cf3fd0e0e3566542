package weir.train.measure;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import weir.train.rows.Part;

/**
 * The rules of a book as a ranking, so that they can be held against a model. Of payments that the
 * same rules flag, those of the learned span tell how many are frauds: the more, the higher the
 * rank. That is the best order in which rules can put payments without looking at the tested span.
 *
 * @param ranking of the tested payments
 * @param flagged what the rules flag of them
 */
public record RuleRanking(Ranking ranking, Caught flagged) {
  /** Parts of frauds as whole numbers. */
  private static final long UNIT = 1L << 40;

  /** Payments that the same rules flag. */
  private static final class Same {
    long all;
    long frauds;

    /** A little less certain than it looks, so that a set of two is not better than one of many. */
    long rank() {
      return UNIT * (frauds + 1) / (all + 2);
    }
  }

  public static RuleRanking of(Part learned, Part tested) {
    Map<Long, Same> bySets = new HashMap<>();
    Map<Long, Same> byRules = new HashMap<>();
    for (int i = 0; i < learned.size(); i++) {
      long fired = learned.fired(i);
      add(bySets, fired, learned.fraud(i));
      for (long rest = fired; rest != 0; rest &= rest - 1) {
        add(byRules, Long.lowestOneBit(rest), learned.fraud(i));
      }
    }
    long[] margins = new long[tested.size()];
    int alerts = 0;
    int frauds = 0;
    for (int i = 0; i < margins.length; i++) {
      long fired = tested.fired(i);
      margins[i] = rank(fired, bySets, byRules);
      alerts += fired == 0 ? 0 : 1;
      frauds += fired != 0 && tested.fraud(i) ? 1 : 0;
    }
    return new RuleRanking(
        Ranking.of(margins, tested), new Caught(alerts, frauds, tested.frauds()));
  }

  private static void add(Map<Long, Same> some, long key, boolean fraud) {
    Same same = some.computeIfAbsent(key, any -> new Same());
    same.all++;
    same.frauds += fraud ? 1 : 0;
  }

  /** Where the same rules never fired together, the best of them counts. */
  private static long rank(long fired, Map<Long, Same> bySets, Map<Long, Same> byRules) {
    Same same = bySets.get(fired);
    if (same != null) {
      return same.rank();
    }
    long best = 0;
    for (long rest = fired; rest != 0; rest &= rest - 1) {
      Same ofRule = byRules.get(Long.lowestOneBit(rest));
      best = Math.max(best, ofRule == null ? UNIT / 2 : ofRule.rank());
    }
    return best;
  }

  public OptionalDouble averagePrecision() {
    return ranking.averagePrecision();
  }
}
