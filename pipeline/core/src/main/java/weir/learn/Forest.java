package weir.learn;

import java.util.Comparator;
import java.util.List;

/**
 * Trees as flat arrays, for speed. A node's two branches lie side by side, so the next node follows
 * from a subtraction, without a jump that a processor could guess wrong. A leaf leads to itself. So
 * trees of like depth can be walked through together, step by step: while one waits for memory, the
 * others go on.
 */
final class Forest {
  /** Of each node: the input, the threshold, and where its left branch is. */
  private static final int STRIDE = 4;

  private static final int BELOW = 1;
  private static final int LEFT = 2;

  /** How many trees are walked through together. */
  private static final int ABREAST = 4;

  private final int[] nodes;

  /** At the places of nodes divided by {@link #STRIDE}. */
  private final long[] means;

  /** The places of the roots, trees of like depth beside each other. */
  private final int[] roots;

  /** The greatest depth of each tree. */
  private final int[] depths;

  private final long sumOfRoots;

  Forest(List<Tree> trees) {
    int size = trees.stream().mapToInt(Tree::nodes).sum();
    nodes = new int[STRIDE * size];
    means = new long[size];
    roots = new int[trees.size()];
    depths = new int[trees.size()];
    long sum = 0;
    int begin = 0;
    int number = 0;
    for (Tree tree : byDepth(trees)) {
      roots[number] = STRIDE * begin;
      depths[number++] = tree.depth();
      place(tree, begin);
      sum += means[begin];
      begin += tree.nodes();
    }
    sumOfRoots = sum;
  }

  private static List<Tree> byDepth(List<Tree> trees) {
    return trees.stream().sorted(Comparator.comparingInt(Tree::depth)).toList();
  }

  /** Puts a tree's nodes from a place on. Where a right branch goes waits on a stack. */
  private void place(Tree tree, int begin) {
    int[] splits = tree.splits();
    int[] below = tree.below();
    long[] treeMeans = tree.means();
    int[] waiting = new int[splits.length + 1];
    int depth = 0;
    waiting[depth++] = begin;
    int free = begin + 1;
    int inner = 0;
    for (int i = 0; i < splits.length; i++) {
      int number = waiting[--depth];
      int place = STRIDE * number;
      means[number] = treeMeans[i];
      if (splits[i] == Tree.LEAF) {
        nodes[place + BELOW] = Integer.MAX_VALUE;
        nodes[place + LEFT] = place;
        continue;
      }
      nodes[place] = splits[i];
      nodes[place + BELOW] = below[inner++];
      nodes[place + LEFT] = STRIDE * free;
      waiting[depth++] = free + 1;
      waiting[depth++] = free;
      free += 2;
    }
  }

  /** What the leaves that the inputs lead to add up to. */
  long sum(long[] inputs) {
    long sum = 0;
    int tree = 0;
    for (; tree + ABREAST <= roots.length; tree += ABREAST) {
      int one = roots[tree];
      int two = roots[tree + 1];
      int three = roots[tree + 2];
      int four = roots[tree + 3];
      for (int i = depths[tree + 3]; i > 0; i--) {
        one = next(one, inputs);
        two = next(two, inputs);
        three = next(three, inputs);
        four = next(four, inputs);
      }
      sum += mean(one) + mean(two) + mean(three) + mean(four);
    }
    for (; tree < roots.length; tree++) {
      int node = roots[tree];
      for (int i = depths[tree]; i > 0; i--) {
        node = next(node, inputs);
      }
      sum += mean(node);
    }
    return sum;
  }

  /** What the roots add up to. */
  long sumOfRoots() {
    return sumOfRoots;
  }

  /** Adds to each input's effect by how much its splits changed the mean on the way to the leaf. */
  void addEffects(long[] inputs, long[] effects) {
    for (int root : roots) {
      int node = root;
      int next = next(node, inputs);
      while (next != node) {
        effects[nodes[node]] += mean(next) - mean(node);
        node = next;
        next = next(node, inputs);
      }
    }
  }

  private long mean(int place) {
    return means[place / STRIDE];
  }

  /** The sign of a difference says whether the input reaches the threshold. */
  private int next(int place, long[] inputs) {
    long room = nodes[place + BELOW] - 1 - inputs[nodes[place]];
    return nodes[place + LEFT] + STRIDE * (int) (room >>> (Long.SIZE - 1));
  }
}
