package weir.backtest.pass;

import org.jspecify.annotations.Nullable;
import weir.model.Accepted;
import weir.model.Alert;
import weir.model.Payment;
import weir.model.Transaction;

/** A payment of which more may still be said. */
final class OpenPayment {
  private final Payment payment;
  private final long amountMinor;
  private final String currency;
  private final long logTime;
  private boolean before;
  private boolean after;
  private @Nullable Found found;

  OpenPayment(Payment payment, Accepted accepted) {
    Transaction transaction = accepted.transaction();
    this.payment = payment;
    this.amountMinor = transaction.amountMinor();
    this.currency = transaction.currency();
    this.logTime = accepted.position().time();
  }

  Payment payment() {
    return payment;
  }

  long amountMinor() {
    return amountMinor;
  }

  String currency() {
    return currency;
  }

  long logTime() {
    return logTime;
  }

  void judged(Which side) {
    switch (side) {
      case BEFORE -> before = true;
      case AFTER -> after = true;
    }
  }

  boolean isJudged(Which side) {
    return switch (side) {
      case BEFORE -> before;
      case AFTER -> after;
    };
  }

  void hear(Which side, Alert alert) {
    if (found == null) {
      found = new Found();
    }
    found.hear(side, alert);
  }

  /** What was said of it; nothing if no rule ever fired. */
  @Nullable Found found() {
    return found;
  }
}
