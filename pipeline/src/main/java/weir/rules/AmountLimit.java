package weir.rules;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import weir.model.Money;
import weir.model.Transaction;

/** An amount in major units of whatever currency a transaction has; compared exactly. */
public record AmountLimit(BigDecimal major) implements Serializable {

  /** Whether the limit is below the transaction's amount. */
  public boolean isBelow(Transaction tx) {
    return isBelow(tx.amountMinor(), tx.currency());
  }

  public boolean isBelow(long amountMinor, String currency) {
    return amountMinor > inMinor(currency, RoundingMode.FLOOR);
  }

  /** Whether the limit is above the transaction's amount. */
  public boolean isAbove(Transaction tx) {
    return tx.amountMinor() < inMinor(tx.currency(), RoundingMode.CEILING);
  }

  /**
   * A limit finer than a minor unit falls between two of them; the rounding names the right one.
   */
  private long inMinor(String currency, RoundingMode rounding) {
    return major.movePointRight(Money.digits(currency)).setScale(0, rounding).longValueExact();
  }

  @Override
  public String toString() {
    return major.toPlainString();
  }
}
