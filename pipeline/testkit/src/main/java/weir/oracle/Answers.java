package weir.oracle;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The final answers to a log: standing alerts by id and dead letters by the record they are about,
 * each as JSON text.
 */
public record Answers(SortedMap<String, String> alerts, SortedMap<String, String> deadLetters) {

  /** The same with dead letters of another topic. */
  public Answers with(SortedMap<String, String> more) {
    SortedMap<String, String> letters = new TreeMap<>(deadLetters);
    letters.putAll(more);
    return new Answers(alerts, letters);
  }
}
