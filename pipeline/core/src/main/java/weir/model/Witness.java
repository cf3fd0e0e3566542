package weir.model;

import java.util.Comparator;

/**
 * A transaction that grounds a finding, as far as others must know it.
 *
 * @param time event time in epoch milliseconds
 */
public record Witness(long time, String id, String userId) {

  /** The order of transactions. */
  public static final Comparator<Witness> ORDER =
      Comparator.comparingLong(Witness::time)
          .thenComparing(Witness::id)
          .thenComparing(Witness::userId);

  public static Witness of(Transaction tx) {
    return new Witness(tx.time(), tx.id(), tx.userId());
  }
}
