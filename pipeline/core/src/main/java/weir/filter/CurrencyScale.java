package weir.filter;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import weir.files.Numbers;
import weir.files.YamlMap;
import weir.model.Money;

/**
 * The factor by which a rule's amounts are multiplied in each currency, for example 160 for yen if
 * amounts are in euros. It is a rough figure that the book fixes, not an exchange rate. A currency
 * without a factor has the factor 1.
 */
public record CurrencyScale(Map<String, BigDecimal> factors) implements Serializable {
  public static final CurrencyScale NONE = new CurrencyScale(Map.of());

  private static final int MOST_DECIMALS = 4;
  private static final int MOST_DIGITS = 9;

  public CurrencyScale {
    factors = Map.copyOf(factors);
  }

  public static CurrencyScale read(YamlMap yaml) {
    Map<String, BigDecimal> factors = new TreeMap<>();
    for (String currency : yaml.names()) {
      if (Money.digits(currency) < 0) {
        yaml.wrongName(currency, Names.notACurrency(currency));
      }
      factors.put(
          currency,
          yaml.read(
              currency,
              "a factor over 0 with at most 4 decimals, such as 160",
              CurrencyScale::factor,
              BigDecimal.ONE));
    }
    return new CurrencyScale(factors);
  }

  private static BigDecimal factor(String text) {
    BigDecimal factor = Numbers.decimal(text);
    if (factor.signum() <= 0
        || factor.scale() > MOST_DECIMALS
        || factor.precision() > MOST_DIGITS) {
      throw new IllegalArgumentException(text);
    }
    return factor;
  }
}
