package weir.model;

/** What names a payment: a user may use an id again once its first use is forgotten. */
public record Payment(String id, String userId, long time) {
  /** The one that a label is about. */
  public static Payment of(Label label) {
    return new Payment(label.transactionId(), label.userId(), label.time());
  }

  /** The one that a transaction is. */
  public static Payment of(Transaction transaction) {
    return new Payment(transaction.id(), transaction.userId(), transaction.time());
  }

  // As those of any record, but they are asked for each payment, and these are soon compiled well.

  @Override
  public boolean equals(Object other) {
    return other instanceof Payment that
        && time == that.time
        && id.equals(that.id)
        && userId.equals(that.userId);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * id.hashCode() + userId.hashCode()) + Long.hashCode(time);
  }
}
