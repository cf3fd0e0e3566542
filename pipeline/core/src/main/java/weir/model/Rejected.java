package weir.model;

import java.util.function.Consumer;

/** A record that is not judged: the reason, its place in the log, and its bytes. */
public record Rejected(RejectReason reason, String detail, LogPosition position, Original original)
    implements Examined, Judgement {

  public Rejected(RejectReason reason, String detail, LogPosition position, Payload whole) {
    this(reason, detail, position, Original.of(whole));
  }

  @Override
  public <X extends Exception> void match(Cases<X> cases) throws X {
    cases.rejected(this);
  }

  @Override
  public void match(Consumer<Accepted> accepted, Consumer<Rejected> rejected) {
    rejected.accept(this);
  }

  @Override
  public boolean isAccepted() {
    return false;
  }
}
