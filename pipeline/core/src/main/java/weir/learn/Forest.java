package weir.learn;

import java.util.List;

/** Trees as flat arrays, for speed: a node's two branches lie side by side. */
final class Forest {
  /** Of each node: the input, the threshold, and where its left branch is; 0 for a leaf. */
  private static final int STRIDE = 3;

  private static final int BELOW = 1;
  private static final int LEFT = 2;

  private final int[] roots;
  private final int[] nodes;
  private final long[] means;

  Forest(List<Tree> trees) {
    int size = trees.stream().mapToInt(Tree::nodes).sum();
    roots = new int[trees.size()];
    nodes = new int[STRIDE * size];
    means = new long[size];
    int begin = 0;
    for (int i = 0; i < roots.length; i++) {
      roots[i] = begin;
      place(trees.get(i), begin);
      begin += trees.get(i).nodes();
    }
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
      int place = waiting[--depth];
      means[place] = treeMeans[i];
      if (splits[i] != Tree.LEAF) {
        nodes[STRIDE * place] = splits[i];
        nodes[STRIDE * place + BELOW] = below[inner++];
        nodes[STRIDE * place + LEFT] = free;
        waiting[depth++] = free + 1;
        waiting[depth++] = free;
        free += 2;
      }
    }
  }

  /** What the leaves that the inputs lead to add up to. */
  long sum(long[] inputs) {
    long sum = 0;
    for (int root : roots) {
      int node = root;
      int left = nodes[STRIDE * node + LEFT];
      while (left != 0) {
        node = next(node, left, inputs);
        left = nodes[STRIDE * node + LEFT];
      }
      sum += means[node];
    }
    return sum;
  }

  /** What the roots add up to. */
  long sumOfRoots() {
    long sum = 0;
    for (int root : roots) {
      sum += means[root];
    }
    return sum;
  }

  /** Adds to each input's effect by how much its splits changed the mean on the way to the leaf. */
  void addEffects(long[] inputs, long[] effects) {
    for (int root : roots) {
      int node = root;
      int left = nodes[STRIDE * node + LEFT];
      while (left != 0) {
        int next = next(node, left, inputs);
        effects[nodes[STRIDE * node]] += means[next] - means[node];
        node = next;
        left = nodes[STRIDE * node + LEFT];
      }
    }
  }

  private int next(int node, int left, long[] inputs) {
    return inputs[nodes[STRIDE * node]] < nodes[STRIDE * node + BELOW] ? left : left + 1;
  }
}
