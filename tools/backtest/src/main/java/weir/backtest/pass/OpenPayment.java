package weir.backtest.pass;

import java.util.List;
import org.jspecify.annotations.Nullable;
import weir.backtest.tally.Settled;
import weir.backtest.tally.Which;
import weir.model.Accepted;
import weir.model.Alert;
import weir.model.Payment;
import weir.model.Transaction;
import weir.notice.NumberedBook;

/** A payment of which more may still be said. */
final class OpenPayment {
  private final Payment payment;
  private final long amountMinor;
  private final String currency;
  private @Nullable NumberedBook before;
  private @Nullable NumberedBook after;
  private @Nullable Found found;

  OpenPayment(Payment payment, Accepted accepted) {
    Transaction transaction = accepted.transaction();
    this.payment = payment;
    this.amountMinor = transaction.amountMinor();
    this.currency = transaction.currency();
  }

  Payment payment() {
    return payment;
  }

  /** A side has judged it, by a book. */
  void judged(Which side, NumberedBook book) {
    switch (side) {
      case BEFORE -> before = book;
      case AFTER -> after = book;
    }
  }

  void hear(Which side, Alert alert) {
    if (found == null) {
      found = new Found();
    }
    found.hear(side, alert);
  }

  /** It as it stands when nothing more will be said of it. */
  Settled settled() {
    Found said = found;
    return new Settled(
        payment,
        amountMinor,
        currency,
        before,
        after,
        said == null ? List.of() : said.raised(Which.BEFORE),
        said == null ? List.of() : said.raised(Which.AFTER));
  }
}
