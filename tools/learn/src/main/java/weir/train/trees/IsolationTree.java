package weir.train.trees;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import weir.learn.Tree;
import weir.train.rows.Part;

/** One tree of an isolation forest. A leaf adds the negative length of the way to it. */
final class IsolationTree {
  private final Part rows;
  private final SplittableRandom random;
  private final int mostDepth;

  /** How much each input isolates, to be added to. */
  private final double[] isolated;

  IsolationTree(Part rows, SplittableRandom random, int mostDepth, double[] isolated) {
    this.rows = rows;
    this.random = random;
    this.mostDepth = mostDepth;
    this.isolated = isolated;
  }

  /** A node, before it is known what its leaves have on average. */
  private record Node(long mean, int input, int below, @Nullable Node left, @Nullable Node right) {

    static Node leaf(long mean) {
      return new Node(mean, /* input= */ -1, /* below= */ 0, /* left= */ null, /* right= */ null);
    }

    void write(Tree.Builder tree) {
      if (left == null || right == null) {
        tree.leaf(mean);
        return;
      }
      tree.split(input, below, mean);
      left.write(tree);
      right.write(tree);
    }
  }

  Tree grow(int[] sample) {
    Tree.Builder tree = Tree.builder();
    node(sample, /* depth= */ 0).write(tree);
    return tree.build();
  }

  private Node node(int[] sample, int depth) {
    int[] varying = depth < mostDepth ? varying(sample) : new int[0];
    if (varying.length == 0) {
      return Node.leaf(Math.round(-(depth + expectedWay(sample.length)) * Levels.UNIT));
    }
    int input = varying[random.nextInt(varying.length)];
    int least = least(sample, input);
    int below = least + 1 + random.nextInt(most(sample, input) - least);
    int[] low = Arrays.stream(sample).filter(row -> rows.value(row, input) < below).toArray();
    int[] high = Arrays.stream(sample).filter(row -> rows.value(row, input) >= below).toArray();
    Node left = node(low, depth + 1);
    Node right = node(high, depth + 1);
    isolated[input] += Math.abs((double) low.length - high.length) / (low.length + high.length);
    double sum = (double) left.mean() * low.length + (double) right.mean() * high.length;
    return new Node(Math.round(sum / sample.length), input, below, left, right);
  }

  /** The inputs that are not the same in all rows of a sample. */
  private int[] varying(int[] sample) {
    int[] inputs = new int[rows.inputs()];
    int size = 0;
    for (int input = 0; input < inputs.length; input++) {
      if (sample.length > 1 && least(sample, input) < most(sample, input)) {
        inputs[size++] = input;
      }
    }
    return Arrays.copyOf(inputs, size);
  }

  private int least(int[] sample, int input) {
    int least = Integer.MAX_VALUE;
    for (int row : sample) {
      least = Math.min(least, rows.value(row, input));
    }
    return least;
  }

  private int most(int[] sample, int input) {
    int most = Integer.MIN_VALUE;
    for (int row : sample) {
      most = Math.max(most, rows.value(row, input));
    }
    return most;
  }

  /** How many cuts a search in a random tree of so many takes on average when it finds nothing. */
  static double expectedWay(int size) {
    if (size < 2) {
      return 0;
    }
    double harmonic = 0;
    for (int i = 1; i < size; i++) {
      harmonic += 1.0 / i;
    }
    return 2 * harmonic - 2.0 * (size - 1) / size;
  }
}
