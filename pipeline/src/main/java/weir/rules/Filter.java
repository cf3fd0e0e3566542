package weir.rules;

import java.io.Serializable;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import weir.model.Transaction;

/**
 * Which transactions a rule looks at. An empty set lets everything pass; names are compared without
 * regard to case. A transaction that lacks the field is not among any names.
 */
public record Filter(
    Set<String> paymentMethods,
    Set<String> categories,
    Set<String> countries,
    Set<String> currencies,
    @Nullable AmountLimit amountOver,
    @Nullable AmountLimit amountBelow)
    implements Serializable {

  public static final Filter NONE = new Filter(Set.of(), Set.of(), Set.of(), Set.of(), null, null);

  public Filter {
    paymentMethods = folded(paymentMethods);
    categories = folded(categories);
    countries = folded(countries);
    currencies = folded(currencies);
  }

  public boolean matches(Transaction tx) {
    return among(paymentMethods, tx.paymentMethod())
        && among(categories, tx.category())
        && among(countries, tx.country())
        && among(currencies, tx.currency())
        && (amountOver == null || amountOver.isBelow(tx))
        && (amountBelow == null || amountBelow.isAbove(tx));
  }

  private static boolean among(Set<String> names, @Nullable String name) {
    return names.isEmpty() || (name != null && names.contains(fold(name)));
  }

  private static Set<String> folded(Set<String> names) {
    return names.stream().map(Filter::fold).collect(Collectors.toUnmodifiableSet());
  }

  static String fold(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}
