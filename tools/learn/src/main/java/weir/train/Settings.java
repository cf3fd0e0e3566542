package weir.train;

import java.util.List;
import weir.learn.Learner;

/**
 * How a model is made.
 *
 * @param seed of all that is drawn at random
 * @param mostTrees of boosted trees
 * @param depths of boosted trees; the best is chosen
 * @param isolationTrees how many an isolation forest has
 * @param sample how many transactions each of them sees
 * @param cards how many cards are looked at each day, for card precision
 */
public record Settings(
    Learner learner,
    long seed,
    int mostTrees,
    List<Integer> depths,
    int isolationTrees,
    int sample,
    List<Integer> cards) {
  public Settings {
    depths = List.copyOf(depths);
    cards = List.copyOf(cards);
  }

  /** The usual ones. A model of them finds room in one record, and scores within 3 µs. */
  public static Settings of(Learner learner) {
    return new Settings(
        learner,
        /* seed= */ 1,
        /* mostTrees= */ 200,
        /* depths= */ List.of(3, 4, 6),
        /* isolationTrees= */ 200,
        /* sample= */ 256,
        /* cards= */ List.of(10, 100));
  }
}
