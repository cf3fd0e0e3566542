package weir.notice;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import weir.book.RuleBook;
import weir.feature.Feature;
import weir.keys.KeyPlan;
import weir.rules.AskingRule;
import weir.rules.ByModel;
import weir.rules.KeyedRule;
import weir.rules.TotalInWindows;

/** A book under its number, with its rules taken apart once for all transactions. */
public final class NumberedBook {
  private final int number;
  private final RuleBook book;
  private final List<KeyedRule> keyedRules;
  private final List<TotalInWindows> totals;

  /** How far back it looks at each key, one by one or at what was folded. */
  private final Map<String, Long> reachMillis;

  private final boolean[] ofUser;
  private final int scoring;

  NumberedBook(int number, RuleBook book) {
    this.number = number;
    this.book = book;
    this.keyedRules = book.keyedRules();
    this.totals = book.totals();
    this.reachMillis = reachMillis(keyedRules);
    this.ofUser = new boolean[keyedRules.size()];
    for (int i = 0; i < ofUser.length; i++) {
      ofUser[i] = keyedRules.get(i).keys().isEmpty();
    }
    this.scoring = scoring(keyedRules);
  }

  public int number() {
    return number;
  }

  public RuleBook book() {
    return book;
  }

  public List<KeyedRule> keyedRules() {
    return keyedRules;
  }

  public List<TotalInWindows> totals() {
    return totals;
  }

  /** Whether the keyed rule at a place looks at no transactions but those of the user. */
  public boolean isOfUser(int place) {
    return ofUser[place];
  }

  /** Whether the score of a transaction is the one that the keyed rule at a place gives. */
  public boolean isScoring(int place) {
    return place == scoring;
  }

  /** The first rule that gives a score; none if it is less than 0. */
  private static int scoring(List<KeyedRule> rules) {
    for (int i = 0; i < rules.size(); i++) {
      if (rules.get(i) instanceof ByModel) {
        return i;
      }
    }
    return -1;
  }

  /**
   * Whether it makes a job keep at a key all that a feature there looks at. Without an edge that is
   * what any look as far back keeps. What was folded is of use to what measures the same. And where
   * nobody looked at labels none were kept.
   */
  boolean looksAt(Feature feature) {
    return reachMillis.getOrDefault(keptFor(feature), 0L) >= feature.window().reachMillis();
  }

  private static Map<String, Long> reachMillis(List<KeyedRule> rules) {
    Map<String, Long> reach = new HashMap<>();
    for (KeyedRule rule : rules) {
      if (rule instanceof AskingRule asking) {
        asking.features().stream()
            .filter(each -> each.by() != null)
            .forEach(each -> put(each, reach));
      } else if (rule.header().by() != null) {
        put(KeyPlan.windowOf(rule), reach);
      }
    }
    return reach;
  }

  private static void put(Feature feature, Map<String, Long> reach) {
    reach.merge(keptFor(feature), feature.window().reachMillis(), Math::max);
  }

  private static String keptFor(Feature feature) {
    String measured = feature.window().hasEdge() ? "/" + feature.series() : "";
    return feature.by() + measured + (feature.function().isOfLabels() ? "/labels" : "");
  }

  /** Whether this version of a total stands in it. */
  @SuppressWarnings("ReferenceEquality") // A version is the same object in all books.
  public boolean has(TotalInWindows total) {
    for (TotalInWindows each : totals) {
      if (each == total) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String toString() {
    return "book " + number;
  }
}
