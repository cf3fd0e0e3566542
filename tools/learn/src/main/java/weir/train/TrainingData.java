package weir.train;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import weir.train.rows.Rows;
import weir.train.rows.Split;

/**
 * What a model is made from.
 *
 * @param inputs in the order of the values of a row
 * @param features how each feature of the inputs is defined, by its name
 */
public record TrainingData(
    List<InputSpec> inputs, SortedMap<String, String> features, Rows rows, Split split) {
  public TrainingData {
    inputs = List.copyOf(inputs);
    features = Collections.unmodifiableSortedMap(new TreeMap<>(features));
    if (inputs.size() != rows.inputs()) {
      throw new IllegalArgumentException(
          "rows have " + rows.inputs() + " values, expected " + inputs.size());
    }
  }
}
