package weir.train.trees;

import java.util.List;
import weir.learn.ScoreTable;
import weir.learn.Tree;

/**
 * What a learner gives.
 *
 * @param size what was chosen, in words
 * @param base the margin before any tree
 * @param weights how much each input matters to the trees, the greatest not more than 1
 */
public record Grown(
    String size, long base, List<Tree> trees, ScoreTable scores, List<Double> weights) {
  public Grown {
    trees = List.copyOf(trees);
    weights = List.copyOf(weights);
  }
}
