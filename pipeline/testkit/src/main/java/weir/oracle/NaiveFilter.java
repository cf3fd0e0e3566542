package weir.oracle;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import weir.filter.AmountLimit;
import weir.filter.FieldFilter;
import weir.filter.Filter;
import weir.filter.Listed;
import weir.filter.Names;
import weir.filter.NumberFilter;
import weir.model.Transaction;

/** Which transactions a rule looks at, by definition. */
final class NaiveFilter {
  private NaiveFilter() {}

  static boolean matches(Filter filter, Transaction tx, long logTime, NaiveLists lists) {
    return allowed(filter.paymentMethods(), tx.paymentMethod())
        && allowed(filter.categories(), tx.category())
        && allowed(filter.countries(), tx.country())
        && allowed(filter.currencies(), tx.currency())
        && listed(filter.users(), tx.userId(), logTime, lists)
        && listed(filter.merchants(), tx.merchantId(), logTime, lists)
        && listed(filter.devices(), tx.deviceId(), logTime, lists)
        && (filter.coordinates() == null || filter.coordinates() == (tx.longitude() != null))
        && (filter.amountOver() == null || over(tx, filter.amountOver()))
        && (filter.amountBelow() == null || below(tx, filter.amountBelow()))
        && (filter.amountAtMost() == null || !over(tx, filter.amountAtMost()))
        && filter.fields().stream().allMatch(each -> matches(each, tx, logTime, lists));
  }

  private static boolean matches(
      FieldFilter filter, Transaction tx, long logTime, NaiveLists lists) {
    Map<String, Object> fields = NaiveFields.of(tx);
    if (filter instanceof FieldFilter.Text text) {
      String value = (String) fields.get(text.field());
      return allowed(text.names(), value) && listed(text.listed(), value, logTime, lists);
    } else if (filter instanceof FieldFilter.Truth truth) {
      return Boolean.valueOf(truth.wanted()).equals(fields.get(truth.field()));
    }
    NumberFilter number = (NumberFilter) filter;
    BigDecimal value = (BigDecimal) fields.get(number.field());
    return value != null
        && (number.over() == null || value.compareTo(million(number.over())) > 0)
        && (number.below() == null || value.compareTo(million(number.below())) < 0)
        && (number.atMost() == null || value.compareTo(million(number.atMost())) <= 0);
  }

  private static BigDecimal million(long parts) {
    return new BigDecimal(parts).divide(new BigDecimal("1000000"));
  }

  private static boolean listed(
      Listed listed, @Nullable String id, long logTime, NaiveLists lists) {
    boolean wanted = listed.in().isEmpty();
    for (String list : listed.in()) {
      wanted |= id != null && lists.has(list, id, logTime);
    }
    for (String list : listed.notIn()) {
      wanted &= id == null || !lists.has(list, id, logTime);
    }
    return wanted;
  }

  static BigDecimal amount(long minor, String currency) {
    // Java says -1 for currencies without a minor unit, such as gold.
    int digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    return BigDecimal.valueOf(minor, digits);
  }

  static boolean over(Transaction tx, AmountLimit limit) {
    return amount(tx.amountMinor(), tx.currency()).compareTo(limit(limit, tx.currency())) > 0;
  }

  private static boolean below(Transaction tx, AmountLimit limit) {
    return amount(tx.amountMinor(), tx.currency()).compareTo(limit(limit, tx.currency())) < 0;
  }

  /** The limit in this currency, without trailing zeros in the product. */
  static BigDecimal limit(AmountLimit limit, String currency) {
    BigDecimal factor = limit.scale().factors().get(currency);
    if (factor == null) {
      return limit.major();
    }
    return new BigDecimal(limit.major().multiply(factor).stripTrailingZeros().toPlainString());
  }

  private static boolean allowed(Names names, @Nullable String name) {
    return named(names.wanted(), name)
        && (names.unwanted().isEmpty() || !named(names.unwanted(), name));
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
