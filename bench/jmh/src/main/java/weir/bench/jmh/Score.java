package weir.bench.jmh;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;
import weir.learn.Explained;
import weir.learn.FaultyModelException;
import weir.learn.Histogram;
import weir.learn.InputScale;
import weir.learn.Learner;
import weir.learn.Model;
import weir.learn.ModelContent;
import weir.learn.ModelInput;
import weir.learn.ModelJson;
import weir.learn.ScoreTable;
import weir.learn.Span;
import weir.learn.Training;
import weir.learn.Tree;

/** A model of 200 full trees of depth 6 scores one payment after the other. */
public class Score extends HotPart {
  private static final int INPUTS = 30;
  private static final int TREES = 200;
  private static final int DEPTH = 6;
  private static final int VALUES = 10_000;

  private final Random random = new Random(7);

  private byte[] artefact;
  private Model model;
  private Ring<long[]> payments;

  @Setup
  public void grow() throws FaultyModelException {
    Histogram none = Histogram.empty();
    List<Tree> trees = new ArrayList<>();
    for (int i = 0; i < TREES; i++) {
      Tree.Builder tree = Tree.builder();
      grow(tree, DEPTH);
      trees.add(tree.build());
    }
    Span span = new Span(/* from= */ 0, /* to= */ 0, /* rows= */ 0, /* frauds= */ 0);
    artefact =
        ModelJson.write(
            new ModelContent(
                Learner.BOOSTED_TREES,
                IntStream.range(0, INPUTS)
                    .mapToObj(
                        i -> new ModelInput("f" + i, new InputScale(2), /* normal= */ null, none))
                    .toList(),
                new TreeMap<>(),
                /* base= */ 0,
                trees,
                ScoreTable.of(LongStream.range(0, ScoreTable.MOST).map(i -> i << 14).toArray()),
                new Training(span, span, span, new TreeMap<>(), none)));
    model = Model.parse(artefact);
    payments =
        new Ring<>(
            IntStream.range(0, 1024)
                .mapToObj(i -> random.longs(INPUTS, -VALUES, VALUES).toArray()));
  }

  private void grow(Tree.Builder tree, int depth) {
    long mean = random.nextLong(-(1L << 17), 1L << 17);
    if (depth == 0) {
      tree.leaf(mean);
      return;
    }
    tree.split(random.nextInt(INPUTS), random.nextInt(2 * VALUES) - VALUES, mean);
    grow(tree, depth - 1);
    grow(tree, depth - 1);
  }

  @Benchmark
  public int score() {
    return model.score(model.margin(payments.next()));
  }

  @Benchmark
  public Explained explain() {
    return model.explain(payments.next());
  }

  @Benchmark
  public Model parse() throws FaultyModelException {
    return Model.parse(artefact);
  }
}
