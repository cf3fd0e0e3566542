package weir.log;

import java.util.Set;

/**
 * What the records of a topic are. Of records with one log time the first kind comes first: a
 * payment knows the labels of its own instant.
 */
public enum Kind {
  LABELS,
  TRANSACTIONS;

  public static final Set<Kind> ALL = Set.of(values());

  /** The topic of labels that belongs to a topic of transactions, unless another one is named. */
  static String labelsOf(String topic) {
    return topic + ".labels";
  }
}
