package weir.learn;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What stands in a model.
 *
 * @param features how each feature of the inputs was defined in training, by its name
 * @param base the margin before any tree, in units of 2^-20
 */
public record ModelContent(
    Learner learner,
    List<ModelInput> inputs,
    SortedMap<String, String> features,
    long base,
    List<Tree> trees,
    ScoreTable scores,
    Training training) {
  public ModelContent {
    inputs = List.copyOf(inputs);
    features = Collections.unmodifiableSortedMap(new TreeMap<>(features));
    trees = List.copyOf(trees);
  }
}
