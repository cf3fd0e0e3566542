package weir.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;
import weir.feature.Feature;
import weir.filter.Lists;
import weir.model.Transaction;
import weir.model.Witness;

/** What is known of one transaction, the subject, when a rule that is an expression judges it. */
public interface Known {
  Transaction subject();

  /** When the subject reached the log. */
  long logTime();

  Lists lists();

  /** What a feature says, as a Long, a Double or a String; nothing where it has no value. */
  @Nullable Object value(Feature feature);

  /** The newest transactions that a feature counts, at most this many, in order. */
  List<Witness> newest(Feature feature, int many);

  /** Whether each feature knows all of its window: one that is new does not yet. */
  boolean warm();

  /** How many transactions all of it rests on. */
  long seen();
}
