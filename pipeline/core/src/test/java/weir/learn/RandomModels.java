package weir.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

/** Models of all sizes and forms, made up from a seed. */
final class RandomModels {
  private static final int MOST_DEPTH = 9;

  private final Random random;
  private final int inputs;

  RandomModels(long seed) {
    random = new Random(seed);
    inputs = 1 + random.nextInt(12);
  }

  ModelContent model() {
    List<ModelInput> all = new ArrayList<>();
    for (int i = 0; i < inputs; i++) {
      all.add(
          new ModelInput(
              i % 3 == 0 ? "a" + i + " / \"π\"" : "mean_" + i,
              new InputScale(random.nextInt(7)),
              random.nextBoolean() ? null : "normal_" + i,
              histogram()));
    }
    TreeMap<String, String> features = new TreeMap<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      features.put("mean_" + i, "{mean: amount, window: " + i + " d}");
    }
    List<Tree> trees = new ArrayList<>();
    for (int i = random.nextInt(30); i > 0; i--) {
      trees.add(tree());
    }
    TreeMap<String, Long> metrics = new TreeMap<>();
    metrics.put("auc", (long) random.nextInt(1_000_001));
    metrics.put("averagePrecision", (long) random.nextInt(1_000_001));
    return new ModelContent(
        random.nextBoolean() ? Learner.BOOSTED_TREES : Learner.ISOLATION_FOREST,
        all,
        features,
        mean(),
        trees,
        ScoreTable.of(random.longs(1000, -(1L << 26), 1L << 26).sorted().toArray()),
        new Training(span(), span(), span(), metrics, histogram()));
  }

  private Span span() {
    long from = random.nextInt();
    int rows = random.nextInt(1000);
    return new Span(from, from + random.nextInt(5), rows, random.nextInt(rows + 1));
  }

  private Histogram histogram() {
    long[] edges = random.longs(random.nextInt(9), -50, 50).sorted().distinct().toArray();
    return Histogram.empty(edges).with(random.longs(edges.length + 1, 0, 1000).toArray());
  }

  private Tree tree() {
    Tree.Builder tree = Tree.builder();
    grow(tree, random.nextInt(MOST_DEPTH + 1));
    return tree.build();
  }

  private void grow(Tree.Builder tree, int depth) {
    if (depth == 0 || random.nextInt(6) == 0) {
      tree.leaf(mean());
      return;
    }
    tree.split(random.nextInt(inputs), threshold(), mean());
    grow(tree, depth - 1);
    grow(tree, depth - 1);
  }

  /** Small ones, which often equal an input, and those at the ends. */
  private int threshold() {
    return switch (random.nextInt(20)) {
      case 0 -> (int) InputScale.MISSING;
      case 1 -> (int) InputScale.LIMIT + 1;
      case 2 -> (int) InputScale.MISSING + 1;
      default -> random.nextInt(41) - 20;
    };
  }

  private long mean() {
    return random.nextInt(5) == 0
        ? random.nextLong(-TreeReader.MOST_MEAN, TreeReader.MOST_MEAN + 1)
        : random.nextInt(1 << 22) - (1 << 21);
  }

  long[] values() {
    return random
        .ints(inputs, -22, 23)
        .mapToLong(
            each ->
                switch (random.nextInt(20)) {
                  case 0 -> InputScale.MISSING;
                  case 1 -> InputScale.LIMIT;
                  case 2 -> -InputScale.LIMIT;
                  default -> each;
                })
        .toArray();
  }
}
