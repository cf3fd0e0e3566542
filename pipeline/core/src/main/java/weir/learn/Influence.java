package weir.learn;

import java.util.Arrays;
import java.util.List;

/**
 * How much each input moves the scores of a model. A node says what its examples had on average, so
 * the nodes say which part of the examples went which way, and how far that moved them: no example
 * is needed.
 */
public final class Influence {
  private final double[] moved;

  private Influence(int inputs) {
    moved = new double[inputs];
  }

  /**
   * For each input its part of all that moved the examples of the training, from 0 to 1; all are 0
   * if nothing moved them.
   */
  public static List<Double> of(Model model) {
    Influence influence = new Influence(model.inputs().size());
    List<Tree> trees = model.content().trees();
    trees.forEach(each -> new Walk(influence, each).from(/* part= */ 1));
    double all = Arrays.stream(influence.moved).sum();
    return Arrays.stream(influence.moved).mapToObj(each -> all == 0 ? 0 : each / all).toList();
  }

  /** A way through a tree, each node before its branches. */
  private static final class Walk {
    private final Influence influence;
    private final int[] splits;
    private final long[] means;
    private int node;

    Walk(Influence influence, Tree tree) {
      this.influence = influence;
      this.splits = tree.splits();
      this.means = tree.means();
    }

    /** Goes through the next node and all below it, which this part of the examples reaches. */
    void from(double part) {
      int here = node++;
      if (splits[here] == Tree.LEAF) {
        return;
      }
      int left = node;
      int right = endOf(left);
      double leftPart = leftPart(means[here], means[left], means[right]);
      influence.moved[splits[here]] +=
          part
              * (leftPart * Math.abs(means[left] - means[here])
                  + (1 - leftPart) * Math.abs(means[right] - means[here]));
      from(part * leftPart);
      from(part * (1 - leftPart));
    }

    /** Where the nodes below this one end. */
    private int endOf(int from) {
      int open = 1;
      int next = from;
      while (open > 0) {
        open += splits[next++] == Tree.LEAF ? -1 : 1;
      }
      return next;
    }

    /** The mean of a node is that of its branches, each as heavy as it has examples. */
    private static double leftPart(long mean, long left, long right) {
      if (left == right) {
        return 0.5;
      }
      double part = (double) (mean - right) / (left - right);
      return Math.max(0, Math.min(1, part));
    }
  }
}
