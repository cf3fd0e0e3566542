package weir.filter;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import weir.files.Numbers;
import weir.files.YamlMap;
import weir.model.Money;
import weir.model.Transaction;

/**
 * An amount in major units of whatever currency a transaction has, times that currency's scale;
 * compared exactly.
 */
public final class AmountLimit implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int MOST_DECIMALS = 4;
  private static final int MOST_DIGITS = 15;

  private final BigDecimal major;
  private final CurrencyScale scale;

  /** In minor units of the currencies that were asked about: rules ask for every transaction. */
  private final Map<String, Minor> minor = new ConcurrentHashMap<>();

  /**
   * A limit finer than a minor unit falls between two of them.
   *
   * @param floor the greatest amount that is not over the limit
   * @param ceiling the least amount that is not below it
   */
  private record Minor(long floor, long ceiling) implements Serializable {}

  public AmountLimit(BigDecimal major, CurrencyScale scale) {
    this.major = major;
    this.scale = scale;
  }

  public AmountLimit(BigDecimal major) {
    this(major, CurrencyScale.NONE);
  }

  /** In major units of those currencies that the scale does not name. */
  public BigDecimal major() {
    return major;
  }

  public CurrencyScale scale() {
    return scale;
  }

  public static AmountLimit read(YamlMap yaml, String name, CurrencyScale scale) {
    return yaml.read(
        name,
        "an amount of at least 0 with at most 4 decimals, such as 3500",
        text -> new AmountLimit(amount(text), scale),
        new AmountLimit(BigDecimal.ZERO, scale));
  }

  private static BigDecimal amount(String text) {
    BigDecimal amount = Numbers.decimal(text);
    if (amount.signum() < 0 || amount.scale() > MOST_DECIMALS || amount.precision() > MOST_DIGITS) {
      throw new IllegalArgumentException(text);
    }
    return amount;
  }

  /** The limit in major units of this currency. */
  public BigDecimal in(String currency) {
    BigDecimal factor = scale.factors().get(currency);
    // A product has the decimals of both factors; trailing zeros are left out.
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
    return inMinor(currency).floor() < amountMinor;
  }

  /** Whether the limit is above the transaction's amount. */
  public boolean isAbove(Transaction tx) {
    return inMinor(tx.currency()).ceiling() > tx.amountMinor();
  }

  /** The greatest amount that is not over the limit, in minor units. */
  public long floor(String currency) {
    return toMinor(currency).floor();
  }

  /** The least amount that is not below the limit, in minor units. */
  public long ceiling(String currency) {
    return toMinor(currency).ceiling();
  }

  private Minor inMinor(String currency) {
    Minor known = minor.get(currency);
    return known == null ? minor.computeIfAbsent(currency, this::toMinor) : known;
  }

  private Minor toMinor(String currency) {
    BigDecimal exact = in(currency).movePointRight(Money.digits(currency));
    return new Minor(whole(exact, RoundingMode.FLOOR), whole(exact, RoundingMode.CEILING));
  }

  /** More than the largest number is over every amount there is, as that is. */
  private static long whole(BigDecimal exact, RoundingMode rounding) {
    return exact.setScale(0, rounding).min(BigDecimal.valueOf(Long.MAX_VALUE)).longValueExact();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AmountLimit that
        && major.equals(that.major)
        && scale.equals(that.scale);
  }

  @Override
  public int hashCode() {
    return Objects.hash(major, scale);
  }

  @Override
  public String toString() {
    return "AmountLimit[" + major + ", " + scale + "]";
  }
}
