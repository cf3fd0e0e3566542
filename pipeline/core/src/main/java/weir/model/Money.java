package weir.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Exact money: whole minor units, and the currency that says how many make one major unit. */
public final class Money {
  /** More than any card payment, and small enough that no sum of a window can overflow. */
  public static final long MAX_MINOR = 1_000_000_000_000_000L;

  /** Beyond this a number is an attack on the parser, not an amount. */
  private static final int MAX_SCALE = 40;

  private static final Set<String> CURRENCIES =
      Currency.getAvailableCurrencies().stream()
          .map(Currency::getCurrencyCode)
          .collect(Collectors.toUnmodifiableSet());

  private static final Map<String, Integer> DIGITS =
      CURRENCIES.stream().collect(Collectors.toUnmodifiableMap(code -> code, Money::lookUpDigits));

  private Money() {}

  /** Every code of ISO 4217. */
  public static Set<String> currencies() {
    return CURRENCIES;
  }

  /** How many decimals the currency has, or -1 if it is not in ISO 4217. */
  public static int digits(String currency) {
    // Every amount is asked for it, some several times.
    Integer known = DIGITS.get(currency);
    return known == null ? lookUpDigits(currency) : known;
  }

  private static int lookUpDigits(String currency) {
    Currency known = lookUp(currency);
    return known == null ? -1 : Math.max(0, known.getDefaultFractionDigits());
  }

  /**
   * Whole minor units; throws {@link ArithmeticException} if that takes rounding or is too much.
   */
  public static long toMinor(BigDecimal amount, int digits) {
    if (Math.abs((long) amount.scale()) > MAX_SCALE) {
      throw new ArithmeticException("more decimals than an amount can have");
    }
    BigDecimal minor = amount.movePointRight(digits).setScale(0, RoundingMode.UNNECESSARY);
    if (minor.abs().compareTo(BigDecimal.valueOf(MAX_MINOR)) > 0) {
      throw new ArithmeticException("more than an amount can be");
    }
    return minor.longValueExact();
  }

  public static BigDecimal toMajor(long minor, String currency) {
    return BigDecimal.valueOf(minor, digits(currency));
  }

  /** Sum that stays at the largest value instead of wrapping: still the same in any order. */
  public static long plus(long a, long b) {
    long sum = a + b;
    return sum < 0 ? Long.MAX_VALUE : sum;
  }

  private static @Nullable Currency lookUp(String code) {
    try {
      return Currency.getInstance(code);
    } catch (IllegalArgumentException unknown) {
      return null;
    }
  }
}
