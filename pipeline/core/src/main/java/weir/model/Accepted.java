package weir.model;

import java.util.function.Consumer;

/** A transaction that was accepted, with its place in the log and its bytes as they stood there. */
public record Accepted(Transaction transaction, LogPosition position, Original original)
    implements Examined {

  public Accepted(Transaction transaction, LogPosition position, Payload whole) {
    this(transaction, position, Original.of(whole));
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
