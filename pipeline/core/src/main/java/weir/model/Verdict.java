package weir.model;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The verdict of all rules together on one transaction, given what they have seen. Rules that judge
 * a whole window of the pipeline do not count: they flag no single transaction. Of two verdicts on
 * one transaction the one that has seen more replaces the other.
 *
 * @param book the number of the book that judged it
 * @param fired the rules that fired, in the order of the rule book; none if it is legitimate
 * @param score what the first model of the book gave it, from 0 to 1000; absent without one
 * @param seen how many transactions the horizon held
 * @param change what is new about it
 */
public record Verdict(
    Transaction transaction,
    int book,
    List<FiredRule> fired,
    @Nullable Integer score,
    long seen,
    Change change)
    implements Judgement {

  /** How a verdict is related to the one before it. */
  public enum Change {
    /** There was none. */
    FIRST,
    /** Other rules fire now, or its score is another: a later arrival has changed the picture. */
    REVISED,
    /** It has seen more and says the same. */
    CONFIRMED
  }

  public Verdict {
    fired = List.copyOf(fired);
  }

  /** One that no model was asked about. */
  public Verdict(
      Transaction transaction, int book, List<FiredRule> fired, long seen, Change change) {
    this(transaction, book, fired, /* score= */ null, seen, change);
  }

  public boolean isSuspicious() {
    return !fired.isEmpty();
  }

  /** The greatest of those that fired. */
  public Optional<Severity> severity() {
    return fired.isEmpty()
        ? Optional.empty()
        : fired.stream().map(FiredRule::severity).max(Comparator.naturalOrder());
  }

  @Override
  public <X extends Exception> void match(Cases<X> cases) throws X {
    cases.verdict(this);
  }
}
