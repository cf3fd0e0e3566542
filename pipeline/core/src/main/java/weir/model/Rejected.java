package weir.model;

/** A record that is not judged: why, where it stood, and what it said. */
public record Rejected(RejectReason reason, String detail, LogPosition position, Original original)
    implements Examined, Judgement {

  public Rejected(RejectReason reason, String detail, LogPosition position, Payload whole) {
    this(reason, detail, position, Original.of(whole));
  }
}
