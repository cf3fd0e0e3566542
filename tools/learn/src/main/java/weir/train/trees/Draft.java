package weir.train.trees;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
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
import weir.train.measure.Margins;
import weir.train.rows.Part;

/** Trees that do not have scores yet, evaluated as the stream will evaluate them. */
final class Draft {
  private Draft() {}

  /** The margins of all rows of a part. */
  static long[] margins(long base, List<Tree> trees, Part part) {
    Span none = new Span(/* from= */ 0, /* to= */ 0, /* rows= */ 0, /* frauds= */ 0);
    List<ModelInput> inputs = new ArrayList<>();
    for (int i = 0; i < part.inputs(); i++) {
      inputs.add(
          new ModelInput("input" + i, new InputScale(0), /* normal= */ null, Histogram.empty()));
    }
    ModelContent draft =
        new ModelContent(
            Learner.BOOSTED_TREES,
            inputs,
            new TreeMap<>(),
            base,
            trees,
            ScoreTable.of(new long[ScoreTable.MOST]),
            new Training(none, none, none, new TreeMap<>(), Histogram.empty()));
    try {
      return Margins.of(Model.parse(ModelJson.write(draft)), part);
    } catch (FaultyModelException wrong) {
      throw new IllegalStateException("the trees make no model: " + wrong.getMessage(), wrong);
    }
  }
}
