package weir.bench.jmh;

import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;
import weir.learn.Explained;
import weir.learn.FaultyModelException;
import weir.learn.Histogram;
import weir.learn.InputScale;
import weir.learn.Model;
import weir.learn.ModelInput;

/** A model of 200 full trees of depth 6 scores one payment after the other. */
public class Score extends HotPart {
  private static final int INPUTS = 30;

  private byte[] artefact;
  private Model model;
  private Ring<long[]> payments;

  @Setup
  public void grow() throws FaultyModelException {
    Random random = new Random(7);
    Histogram none = Histogram.empty();
    artefact =
        FullTrees.artefact(
            IntStream.range(0, INPUTS)
                .mapToObj(i -> new ModelInput("f" + i, new InputScale(2), /* normal= */ null, none))
                .toList(),
            Map.of(),
            random);
    model = Model.parse(artefact);
    payments =
        new Ring<>(
            IntStream.range(0, 1024)
                .mapToObj(
                    i -> random.longs(INPUTS, -FullTrees.VALUES, FullTrees.VALUES).toArray()));
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
