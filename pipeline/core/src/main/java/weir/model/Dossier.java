package weir.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A transaction on its way from key to key, with what was found out about it so far. Of two on one
 * transaction the one that has seen more knows all that the other knew, and replaces it.
 *
 * @param logTime when the transaction reached the log
 * @param onward the keys at which it is still to be looked at: a bit for each key of the charter,
 *     by its place there
 * @param seen how many transactions were seen, at all keys so far
 * @param fired the places in the book of the rules that fired and flag the transaction, in order
 * @param score what a model gave it, if it was asked
 * @param found what features said that rules ask for at a later key
 * @param again whether a record from which this follows may have been judged before, by somebody
 *     whose answers stand and whose state is lost
 */
public record Dossier(
    Transaction transaction,
    long logTime,
    int onward,
    long seen,
    List<Integer> fired,
    @Nullable Integer score,
    List<Found> found,
    boolean again)
    implements Judgement {
  public Dossier {
    fired = List.copyOf(fired);
    found = List.copyOf(found);
  }

  /** One that no model was asked about. */
  public Dossier(
      Transaction transaction,
      long logTime,
      int onward,
      long seen,
      List<Integer> fired,
      List<Found> found) {
    this(transaction, logTime, onward, seen, fired, /* score= */ null, found, /* again= */ false);
  }

  /** Whether it is still to be looked at by a key. */
  public boolean goesOn() {
    return onward != 0;
  }

  /** The place in the charter of the next key; there must be one. */
  public int nextKey() {
    return Integer.numberOfTrailingZeros(onward);
  }

  @Override
  public <X extends Exception> void match(Cases<X> cases) throws X {
    cases.dossier(this);
  }
}
