package weir.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The largest model that is usual finds room in a record, and asks for what it knows. */
class ModelTest {
  private static final int TREES = 200;
  private static final int DEPTH = 6;

  /** Full trees, in which every number is long. */
  private static byte[] largest() {
    List<Tree> trees = new ArrayList<>();
    for (int i = 0; i < TREES; i++) {
      Tree.Builder tree = Tree.builder();
      grow(tree, DEPTH);
      trees.add(tree.build());
    }
    List<ModelInput> inputs = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      inputs.add(
          new ModelInput("input_" + i, new InputScale(6), /* normal= */ null, Histogram.empty()));
    }
    Span span = new Span(0, 0, 0, 0);
    return ModelJson.write(
        new ModelContent(
            Learner.BOOSTED_TREES,
            inputs,
            new TreeMap<>(),
            /* base= */ 0,
            trees,
            ScoreTable.of(new long[ScoreTable.MOST]),
            new Training(span, span, span, new TreeMap<>(), Histogram.empty())));
  }

  private static void grow(Tree.Builder tree, int depth) {
    if (depth == 0) {
      tree.leaf(-(99L << Tree.MEAN_BITS));
      return;
    }
    tree.split(99, (int) InputScale.MISSING, -(99L << Tree.MEAN_BITS));
    grow(tree, depth - 1);
    grow(tree, depth - 1);
  }

  @Test
  void twoHundredFullTreesOfDepthSixAreRead() throws FaultyModelException {
    Model model = Model.parse(largest());
    assertThat(model.margin(new long[100])).isEqualTo(-(200 * (99L << Tree.MEAN_BITS)));
  }

  @Test
  void inputsThatNoScaleGivesAreRefused() throws FaultyModelException {
    Model model = Model.parse(largest());
    assertThatThrownBy(() -> model.margin(new long[99]))
        .hasMessage("found 99 inputs, expected 100");
    long[] beyond = new long[100];
    beyond[7] = InputScale.LIMIT + 1;
    assertThatThrownBy(() -> model.explain(beyond)).hasMessageContaining("16777216");
  }
}
