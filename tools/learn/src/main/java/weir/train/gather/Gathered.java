package weir.train.gather;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import weir.train.InputSpec;
import weir.train.rows.Rows;

/**
 * What a walk of a log gave.
 *
 * @param inputs in the order of the values of a row
 * @param features how each feature of the inputs is defined, by its name
 * @param usualDelayMillis within which time after their payments nine of ten frauds were known
 * @param records how many were read
 * @param deadLetters how many of these were not judged, or not heard
 * @param labels how many of them were labels
 * @param unknown how many payments labels name that are no rows
 */
public record Gathered(
    List<InputSpec> inputs,
    SortedMap<String, String> features,
    Rows rows,
    long usualDelayMillis,
    long records,
    long deadLetters,
    long labels,
    long unknown) {
  public Gathered {
    inputs = List.copyOf(inputs);
    features = Collections.unmodifiableSortedMap(new TreeMap<>(features));
  }
}
