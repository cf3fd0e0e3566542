package weir.model;

/** Why a record is not judged. */
public enum RejectReason {
  /** A required field is missing or a field is out of its range. */
  MALFORMED("malformed"),
  /** It reached the log longer after its event time than the book allows. */
  LATE("late"),
  /** Its event time is further ahead of the log than the book's clock skew. */
  FUTURE("future"),
  /** Another transaction with this id, but other content, came first. */
  CONFLICTING_DUPLICATE("conflicting-duplicate"),
  /** A record of the control topic that is not a notice which can be. */
  ILLEGAL_NOTICE("illegal-notice");

  private final String code;

  RejectReason(String code) {
    this.code = code;
  }

  /** The reason as it is written in dead letters. */
  public String code() {
    return code;
  }
}
