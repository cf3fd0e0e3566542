package weir.model;

import java.util.function.Consumer;

/**
 * A transaction that was accepted, with its place in the log and its bytes as they stood there.
 *
 * @param again whether it may have been judged before by somebody whose answers stand and whose
 *     state is lost
 */
public record Accepted(
    Transaction transaction, LogPosition position, Original original, boolean again)
    implements Examined {

  public Accepted(Transaction transaction, LogPosition position, Payload whole) {
    this(transaction, position, Original.of(whole), /* again= */ false);
  }

  @Override
  public void match(Consumer<Accepted> accepted, Consumer<Rejected> rejected) {
    accepted.accept(this);
  }

  @Override
  public boolean isAccepted() {
    return true;
  }
}
