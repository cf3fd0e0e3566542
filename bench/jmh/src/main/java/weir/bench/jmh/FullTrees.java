package weir.bench.jmh;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import weir.learn.Histogram;
import weir.learn.Learner;
import weir.learn.ModelContent;
import weir.learn.ModelInput;
import weir.learn.ModelJson;
import weir.learn.ScoreTable;
import weir.learn.Span;
import weir.learn.Training;
import weir.learn.Tree;

/** A model of 200 full trees of depth 6, which split at random values of random inputs. */
final class FullTrees {
  /** Thresholds are below this, and above its negative. */
  static final int VALUES = 10_000;

  private static final int TREES = 200;
  private static final int DEPTH = 6;

  private final int inputs;
  private final Random random;

  private FullTrees(int inputs, Random random) {
    this.inputs = inputs;
    this.random = random;
  }

  /**
   * The artefact.
   *
   * @param definitions what each of the features is, by its name
   */
  static byte[] artefact(List<ModelInput> inputs, Map<String, String> definitions, Random random) {
    FullTrees full = new FullTrees(inputs.size(), random);
    List<Tree> trees = new ArrayList<>();
    for (int i = 0; i < TREES; i++) {
      Tree.Builder tree = Tree.builder();
      full.grow(tree, DEPTH);
      trees.add(tree.build());
    }
    Span span = new Span(/* from= */ 0, /* to= */ 0, /* rows= */ 0, /* frauds= */ 0);
    return ModelJson.write(
        new ModelContent(
            Learner.BOOSTED_TREES,
            inputs,
            new TreeMap<>(definitions),
            /* base= */ 0,
            trees,
            ScoreTable.of(LongStream.range(0, ScoreTable.MOST).map(i -> i << 14).toArray()),
            new Training(span, span, span, new TreeMap<>(), Histogram.empty())));
  }

  private void grow(Tree.Builder tree, int depth) {
    long mean = random.nextLong(-(1L << 17), 1L << 17);
    if (depth == 0) {
      tree.leaf(mean);
      return;
    }
    tree.split(random.nextInt(inputs), random.nextInt(2 * VALUES) - VALUES, mean);
    grow(tree, depth - 1);
    grow(tree, depth - 1);
  }
}
