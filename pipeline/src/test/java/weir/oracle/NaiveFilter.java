package weir.oracle;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import weir.model.Transaction;
import weir.rules.AmountLimit;
import weir.rules.Filter;

/** Which transactions a rule looks at, by the book. */
final class NaiveFilter {
  private NaiveFilter() {}

  static boolean matches(Filter filter, Transaction tx) {
    return named(filter.paymentMethods(), tx.paymentMethod())
        && named(filter.categories(), tx.category())
        && named(filter.countries(), tx.country())
        && named(filter.currencies(), tx.currency())
        && (filter.amountOver() == null || over(tx, filter.amountOver()))
        && (filter.amountBelow() == null || below(tx, filter.amountBelow()));
  }

  static BigDecimal amount(long minor, String currency) {
    // Those that have no minor unit, such as gold, say -1.
    int digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    return BigDecimal.valueOf(minor, digits);
  }

  static boolean over(Transaction tx, AmountLimit limit) {
    return amount(tx.amountMinor(), tx.currency()).compareTo(limit.major()) > 0;
  }

  private static boolean below(Transaction tx, AmountLimit limit) {
    return amount(tx.amountMinor(), tx.currency()).compareTo(limit.major()) < 0;
  }

  private static boolean named(Set<String> names, @Nullable String name) {
    if (names.isEmpty()) {
      return true;
    }
    for (String each : names) {
      if (name != null
          && each.toLowerCase(Locale.ROOT).equals(name.strip().toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }
}
