package weir.learn;

import java.io.IOException;

/** Reads trees, and refuses those that an evaluator could not walk through. */
final class TreeReader {
  static final int MOST_TREES = 1000;
  static final int MOST_DEPTH = 64;

  /** A million. So no sum of all trees overflows, nor one of all differences along their paths. */
  static final long MOST_MEAN = 1_000_000L << Tree.MEAN_BITS;

  private static final int MOST_NODES = ModelJson.MOST_BYTES;

  private TreeReader() {}

  static Tree read(StrictJson json, int inputs) throws IOException, FaultyModelException {
    json.begin();
    json.field(ModelJson.SPLIT);
    int[] splits = json.ints(Tree.LEAF, inputs - 1, MOST_NODES);
    int inner = checkForm(json, splits);
    json.field(ModelJson.BELOW);
    int[] below =
        json.ints((int) InputScale.MISSING, (int) InputScale.LIMIT + 1, /* mostElements= */ inner);
    checkSize(json, "thresholds", below.length, inner);
    json.field(ModelJson.MEAN);
    long[] means = json.numbers(-MOST_MEAN, MOST_MEAN, splits.length);
    checkSize(json, "means", means.length, splits.length);
    json.end();
    return Tree.wrap(splits, below, means);
  }

  /** Checks that the nodes make one tree; returns how many are no leaves. */
  private static int checkForm(StrictJson json, int[] splits) throws FaultyModelException {
    // The depths of branches that are still to come; those of one path are never more than these.
    int[] depths = new int[MOST_DEPTH + 2];
    int open = 1;
    int inner = 0;
    for (int split : splits) {
      if (open == 0) {
        throw json.fault("the tree is complete before its nodes end");
      }
      int depth = depths[--open];
      if (split == Tree.LEAF) {
        continue;
      }
      if (depth == MOST_DEPTH) {
        throw json.fault("the tree is deeper than " + MOST_DEPTH);
      }
      inner++;
      depths[open++] = depth + 1;
      depths[open++] = depth + 1;
    }
    if (open > 0) {
      throw json.fault("the nodes end before the tree is complete");
    }
    return inner;
  }

  private static void checkSize(StrictJson json, String what, int found, int expected)
      throws FaultyModelException {
    if (found != expected) {
      throw json.fault("found " + found + " " + what + ", expected " + expected);
    }
  }
}
