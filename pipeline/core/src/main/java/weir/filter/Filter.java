package weir.filter;

import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import weir.files.YamlMap;
import weir.model.Transaction;

/**
 * Which transactions a rule looks at: those that meet every condition there is.
 *
 * @param coordinates whether a transaction must have coordinates or must have none
 */
public record Filter(
    Names paymentMethods,
    Names categories,
    Names countries,
    Names currencies,
    Listed users,
    Listed merchants,
    Listed devices,
    @Nullable AmountLimit amountOver,
    @Nullable AmountLimit amountBelow,
    @Nullable AmountLimit amountAtMost,
    @Nullable Boolean coordinates)
    implements Serializable {

  public static final Filter NONE =
      new Filter(Names.ALL, Names.ALL, Names.ALL, Names.ALL, null, null, null, null);

  /** A filter that asks no list. */
  public Filter(
      Names paymentMethods,
      Names categories,
      Names countries,
      Names currencies,
      @Nullable AmountLimit amountOver,
      @Nullable AmountLimit amountBelow,
      @Nullable AmountLimit amountAtMost,
      @Nullable Boolean coordinates) {
    this(
        paymentMethods,
        categories,
        countries,
        currencies,
        Listed.ANY,
        Listed.ANY,
        Listed.ANY,
        amountOver,
        amountBelow,
        amountAtMost,
        coordinates);
  }

  /** From the fields of a rule book. */
  public static Filter read(YamlMap yaml, CurrencyScale scale) {
    return new Filter(
        Names.read(yaml, "paymentMethod"),
        Names.read(yaml, "category"),
        Names.read(yaml, "country"),
        Names.readCurrencies(yaml, "currency"),
        Listed.read(yaml, "userId"),
        Listed.read(yaml, "merchantId"),
        Listed.read(yaml, "deviceId"),
        amount(yaml, "amountOver", scale),
        amount(yaml, "amountBelow", scale),
        amount(yaml, "amountAtMost", scale),
        yaml.has("coordinates") ? yaml.yesOrNo("coordinates") : null);
  }

  private static @Nullable AmountLimit amount(YamlMap yaml, String name, CurrencyScale scale) {
    return yaml.has(name) ? AmountLimit.read(yaml, name, scale) : null;
  }

  /**
   * Whether the transaction is one of them.
   *
   * @param logTime when it reached the log: it is looked up in lists as they were then
   */
  public boolean matches(Transaction tx, long logTime, Lists lists) {
    return paymentMethods.include(tx.paymentMethod())
        && categories.include(tx.category())
        && countries.include(tx.country())
        && currencies.include(tx.currency())
        && (coordinates == null || coordinates == tx.hasCoordinates())
        && (amountOver == null || amountOver.isBelow(tx))
        && (amountBelow == null || amountBelow.isAbove(tx))
        && (amountAtMost == null || !amountAtMost.isBelow(tx))
        && users.include(tx.userId(), logTime, lists)
        && merchants.include(tx.merchantId(), logTime, lists)
        && devices.include(tx.deviceId(), logTime, lists);
  }

  /** The names of all lists that it asks. */
  public Set<String> lists() {
    Set<String> lists = new TreeSet<>();
    for (Listed each : List.of(users, merchants, devices)) {
      lists.addAll(each.in());
      lists.addAll(each.notIn());
    }
    return lists;
  }
}
