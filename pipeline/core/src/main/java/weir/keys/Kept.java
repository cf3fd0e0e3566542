package weir.keys;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import weir.book.Charter;
import weir.book.Key;
import weir.book.RuleBook;
import weir.feature.Feature;
import weir.feature.KeyNames;
import weir.filter.LogSpan;

/**
 * What a book makes a job keep of the transactions of a key.
 *
 * @param key its name
 * @param fields by which it is known
 * @param oneByOneMillis how long transactions are kept one by one, besides what is not committed
 *     yet; zero if no rule looks at the key
 * @param folded what is kept of older ones
 */
public record Kept(String key, List<String> fields, long oneByOneMillis, List<Folded> folded) {
  private static final String USER_ID = "userId";

  public Kept {
    fields = List.copyOf(fields);
    folded = List.copyOf(folded);
  }

  /**
   * Summaries.
   *
   * @param edgeMillis for how long each of them stands
   * @param reachMillis how far back they are kept
   * @param features how many features are made of them
   */
  public record Folded(long edgeMillis, long reachMillis, int features) {}

  /** Of the user, and of each key that the book's charter declares. */
  public static List<Kept> of(RuleBook book) {
    Charter charter = book.charter();
    KeyPlan plan = KeyPlan.of(Keys.of(charter), book.keyedRules(), any -> LogSpan.ALWAYS);
    List<Kept> all = new ArrayList<>();
    all.add(new Kept(KeyNames.USER, List.of(USER_ID), charter.retentionMillis(), List.of()));
    for (int i = 0; i < charter.furtherKeys().size(); i++) {
      Key key = charter.furtherKeys().get(i);
      List<Feature> features = plan.featuresAt(i);
      long oneByOne =
          features.isEmpty()
              ? 0
              : plan.unfoldedMillis(i)
                  + charter.allowedLatenessMillis()
                  + charter.allowedClockSkewMillis();
      Kept kept = new Kept(key.name(), key.fields(), oneByOne, folded(features));
      if (key.equals(Key.OF_USER)) {
        // It is looked at a second time, where labels are known.
        all.set(0, all.get(0).and(kept));
      } else {
        all.add(kept);
      }
    }
    return all;
  }

  private Kept and(Kept other) {
    return new Kept(key, fields, Math.max(oneByOneMillis, other.oneByOneMillis), other.folded);
  }

  private static List<Folded> folded(List<Feature> features) {
    Map<Long, Folded> byEdge = new TreeMap<>();
    Set<Feature> counted = new HashSet<>();
    for (Feature each : features) {
      if (each.window().hasEdge() && counted.add(each)) {
        byEdge.merge(
            each.window().edgeMillis(),
            new Folded(each.window().edgeMillis(), each.window().reachMillis(), 1),
            (one, other) ->
                new Folded(
                    one.edgeMillis,
                    Math.max(one.reachMillis, other.reachMillis),
                    one.features + other.features));
      }
    }
    return List.copyOf(byEdge.values());
  }
}
