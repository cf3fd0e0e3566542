package weir.learn;

import java.util.Arrays;

/**
 * A decision tree as lists of its nodes. A node comes before its left branch, and that before its
 * right one; so the order alone says how they hang together, and there can be no loop.
 */
public final class Tree {
  /** Means count in units of 2^-20. */
  public static final int MEAN_BITS = 20;

  static final int LEAF = -1;

  /** For each node the input that it looks at, or {@link #LEAF}. */
  private final int[] splits;

  /** For each node that is no leaf: the left branch is for values below this. */
  private final int[] below;

  /** For each node what its examples had on average. That of a leaf is added to the margin. */
  private final long[] means;

  private Tree(int[] splits, int[] below, long[] means) {
    this.splits = splits;
    this.below = below;
    this.means = means;
  }

  /** Takes the arrays over. */
  static Tree wrap(int[] splits, int[] below, long[] means) {
    return new Tree(splits, below, means);
  }

  int nodes() {
    return splits.length;
  }

  /** The most steps from the root to a leaf. */
  int depth() {
    // How deep the branches are that are still to come.
    int[] depths = new int[splits.length + 1];
    int open = 1;
    int most = 0;
    for (int split : splits) {
      int depth = depths[--open];
      most = Math.max(most, depth);
      if (split != LEAF) {
        depths[open++] = depth + 1;
        depths[open++] = depth + 1;
      }
    }
    return most;
  }

  int[] splits() {
    return splits.clone();
  }

  int[] below() {
    return below.clone();
  }

  long[] means() {
    return means.clone();
  }

  public static Builder builder() {
    return new Builder();
  }

  /** Takes the nodes of a tree: each before its left branch, and that before its right one. */
  public static final class Builder {
    private int[] splits = new int[64];
    private int[] below = new int[32];
    private long[] means = new long[64];
    private int nodes;
    private int inner;

    private Builder() {}

    /** A node whose left branch is for values of this input below a threshold. */
    public Builder split(int input, int threshold, long mean) {
      if (inner == below.length) {
        below = Arrays.copyOf(below, 2 * inner);
      }
      below[inner++] = threshold;
      return node(input, mean);
    }

    /** A leaf that adds its mean to the margin. */
    public Builder leaf(long mean) {
      return node(LEAF, mean);
    }

    private Builder node(int split, long mean) {
      if (nodes == splits.length) {
        splits = Arrays.copyOf(splits, 2 * nodes);
        means = Arrays.copyOf(means, 2 * nodes);
      }
      splits[nodes] = split;
      means[nodes++] = mean;
      return this;
    }

    public Tree build() {
      return new Tree(
          Arrays.copyOf(splits, nodes), Arrays.copyOf(below, inner), Arrays.copyOf(means, nodes));
    }
  }
}
