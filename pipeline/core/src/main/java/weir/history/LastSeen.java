package weir.history;

import java.util.Optional;
import weir.filter.Selection;
import weir.model.Transaction;

/** The last of those with coordinates that the filter lets pass. */
record LastSeen(Selection filter) implements Summary<Optional<Transaction>> {

  @Override
  public Optional<Transaction> ofNothing() {
    return Optional.empty();
  }

  @Override
  public Optional<Transaction> of(Transaction transaction) {
    return transaction.hasCoordinates() ? Optional.of(transaction) : Optional.empty();
  }

  @Override
  public Optional<Transaction> plus(Optional<Transaction> left, Optional<Transaction> right) {
    return right.isPresent() ? right : left;
  }
}
