package weir.rules;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import weir.model.Money;
import weir.model.Transaction;
import weir.yaml.YamlMap;

/**
 * An amount in major units of whatever currency a transaction has, times that currency's scale;
 * compared exactly.
 */
public record AmountLimit(BigDecimal major, CurrencyScale scale) implements Serializable {
  private static final int MOST_DECIMALS = 4;
  private static final int MOST_DIGITS = 15;

  public AmountLimit(BigDecimal major) {
    this(major, CurrencyScale.NONE);
  }

  static AmountLimit read(YamlMap yaml, String name, CurrencyScale scale) {
    return yaml.read(
        name,
        "an amount of at least 0 with at most 4 decimals, such as 3500",
        text -> new AmountLimit(amount(text), scale));
  }

  private static BigDecimal amount(String text) {
    BigDecimal amount = new BigDecimal(text);
    if (amount.signum() < 0
        || amount.scale() > MOST_DECIMALS
        || amount.scale() < 0
        || amount.precision() > MOST_DIGITS) {
      throw new IllegalArgumentException(text);
    }
    return amount;
  }

  /** The limit in major units of this currency. */
  public BigDecimal in(String currency) {
    BigDecimal factor = scale.factors().get(currency);
    // A product has the decimals of both factors; those that say nothing are left out.
    return factor == null ? major : plain(major.multiply(factor));
  }

  private static BigDecimal plain(BigDecimal product) {
    BigDecimal stripped = product.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0, RoundingMode.UNNECESSARY) : stripped;
  }

  /** Whether the limit is below the transaction's amount. */
  public boolean isBelow(Transaction tx) {
    return isBelow(tx.amountMinor(), tx.currency());
  }

  public boolean isBelow(long amountMinor, String currency) {
    return inMinor(currency, RoundingMode.FLOOR).compareTo(BigDecimal.valueOf(amountMinor)) < 0;
  }

  /** Whether the limit is above the transaction's amount. */
  public boolean isAbove(Transaction tx) {
    return inMinor(tx.currency(), RoundingMode.CEILING)
            .compareTo(BigDecimal.valueOf(tx.amountMinor()))
        > 0;
  }

  /**
   * A limit finer than a minor unit falls between two of them; the rounding names the right one.
   */
  private BigDecimal inMinor(String currency, RoundingMode rounding) {
    return in(currency).movePointRight(Money.digits(currency)).setScale(0, rounding);
  }
}
