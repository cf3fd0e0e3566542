package weir.learn;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a model came about.
 *
 * @param learned what the trees were grown from
 * @param validated what their size was chosen by
 * @param tested what neither of these saw
 * @param metrics what it reached on the tested span, in millionths, by their names
 * @param scores what scores it gave on the tested span
 */
public record Training(
    Span learned, Span validated, Span tested, SortedMap<String, Long> metrics, Histogram scores) {
  public Training {
    metrics = Collections.unmodifiableSortedMap(new TreeMap<>(metrics));
  }
}
