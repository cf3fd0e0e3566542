package weir.learn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How much each input moves scores, as the trees alone say. */
class InfluenceTest {
  private static final Span SPAN = new Span(0, 0, 0, 0);

  private static List<Double> of(int inputs, Tree... trees) throws FaultyModelException {
    List<ModelInput> all =
        IntStream.range(0, inputs)
            .mapToObj(i -> new ModelInput("i" + i, new InputScale(0), null, Histogram.empty()))
            .toList();
    return Influence.of(
        Model.parse(
            ModelJson.write(
                new ModelContent(
                    Learner.BOOSTED_TREES,
                    all,
                    new TreeMap<>(),
                    /* base= */ 0,
                    List.of(trees),
                    ScoreTable.of(new long[ScoreTable.MOST]),
                    new Training(SPAN, SPAN, SPAN, new TreeMap<>(), Histogram.empty())))));
  }

  @Test
  void itIsWhatIsReckonedByHand() throws FaultyModelException {
    // A tenth goes left to 90, the rest right to -10: each example is moved by 18 on average. Of
    // the
    // right nine tenths, each half is moved by 5: 4.5 on average.
    Tree tree = Tree.builder().split(0, 5, 0).leaf(90).split(2, 7, -10).leaf(-5).leaf(-15).build();
    assertThat(of(3, tree)).containsExactly(18 / 22.5, 0.0, 4.5 / 22.5);
  }

  @Test
  void whatMovesNothingHasNone() throws FaultyModelException {
    assertThat(of(2)).containsExactly(0.0, 0.0);
    assertThat(of(2, Tree.builder().split(1, 0, 3).leaf(3).leaf(3).build()))
        .containsExactly(0.0, 0.0);
  }

  @Test
  void ofAnyModelItIsAPartOfTheWhole() throws FaultyModelException {
    for (long seed = 0; seed < 200; seed++) {
      Model model = Model.parse(ModelJson.write(new RandomModels(seed).model()));
      List<Double> influence = Influence.of(model);
      assertThat(influence).hasSameSizeAs(model.inputs()).allMatch(each -> each >= 0 && each <= 1);
      double all = influence.stream().mapToDouble(Double::doubleValue).sum();
      assertThat(all)
          .satisfiesAnyOf(
              it -> assertThat(it).isZero(), it -> assertThat(it).isBetween(0.999, 1.001));
    }
  }
}
