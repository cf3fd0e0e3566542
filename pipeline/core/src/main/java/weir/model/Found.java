package weir.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a feature said of a transaction where its key was looked at.
 *
 * @param feature the feature's name in the book by which the transaction is judged
 * @param value a Long, a Double or a String; nothing where the window held nothing to make it of
 * @param seen how many transactions of the key there were from the window's beginning on
 * @param newest the newest of those that count, in order
 */
public record Found(String feature, @Nullable Object value, long seen, List<Witness> newest) {
  public Found {
    newest = List.copyOf(newest);
  }
}
