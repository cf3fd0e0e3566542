package weir.filter;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import weir.fields.DeclaredField;
import weir.files.YamlMap;
import weir.model.Transaction;

/**
 * Which transactions a rule looks at: those that meet every condition there is.
 *
 * @param coordinates whether a transaction must have coordinates or must have none
 * @param fields what declared fields must be, in the order of their names
 * @param during when a transaction must have reached the log
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
    @Nullable Boolean coordinates,
    List<FieldFilter> fields,
    LogSpan during)
    implements Selection {
  private static final String METHOD = "paymentMethod";
  private static final String CATEGORY = "category";
  private static final String COUNTRY = "country";
  private static final String CURRENCY = "currency";
  private static final String USER = "userId";
  private static final String MERCHANT = "merchantId";
  private static final String DEVICE = "deviceId";
  private static final String OVER = "amountOver";
  private static final String BELOW = "amountBelow";
  private static final String AT_MOST = "amountAtMost";
  private static final String COORDINATES = "coordinates";

  public static final Filter NONE =
      new Filter(Names.ALL, Names.ALL, Names.ALL, Names.ALL, null, null, null, null);

  public Filter {
    fields = List.copyOf(fields);
  }

  /** A filter that asks no list and no declared field. */
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
        coordinates,
        List.of(),
        LogSpan.ALWAYS);
  }

  /** The same for those that reached the log in this stretch of time. */
  public Filter during(LogSpan span) {
    return new Filter(
        paymentMethods,
        categories,
        countries,
        currencies,
        users,
        merchants,
        devices,
        amountOver,
        amountBelow,
        amountAtMost,
        coordinates,
        fields,
        span);
  }

  /** From the fields of a rule book that declares no fields of transactions. */
  public static Filter read(YamlMap yaml, CurrencyScale scale) {
    return read(yaml, scale, List.of());
  }

  /**
   * From the fields of a rule book.
   *
   * @param declared the fields that its charter declares, in the order of their names
   */
  public static Filter read(YamlMap yaml, CurrencyScale scale, List<DeclaredField> declared) {
    return new Filter(
        Names.read(yaml, METHOD),
        Names.read(yaml, CATEGORY),
        Names.read(yaml, COUNTRY),
        Names.readCurrencies(yaml, CURRENCY),
        Listed.read(yaml, USER),
        Listed.read(yaml, MERCHANT),
        Listed.read(yaml, DEVICE),
        amount(yaml, OVER, scale),
        amount(yaml, BELOW, scale),
        amount(yaml, AT_MOST, scale),
        yaml.has(COORDINATES) ? yaml.yesOrNo(COORDINATES) : null,
        declared.stream()
            .map(field -> FieldFilter.read(yaml, field))
            .flatMap(Optional::stream)
            .toList(),
        LogSpan.ALWAYS);
  }

  /** The words with which a filter asks for what every transaction may have. */
  public static Set<String> words() {
    Set<String> words = new TreeSet<>(Set.of(OVER, BELOW, AT_MOST, COORDINATES));
    Stream.of(METHOD, CATEGORY, COUNTRY, CURRENCY)
        .forEach(field -> words.addAll(List.of(field, field + Names.NOT)));
    Stream.of(USER, MERCHANT, DEVICE)
        .forEach(field -> words.addAll(List.of(field + Listed.IN, field + Listed.NOT_IN)));
    return words;
  }

  private static @Nullable AmountLimit amount(YamlMap yaml, String name, CurrencyScale scale) {
    return yaml.has(name) ? AmountLimit.read(yaml, name, scale) : null;
  }

  @Override
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
        && devices.include(tx.deviceId(), logTime, lists)
        && during.has(logTime)
        && (fields.isEmpty() || matchesFields(tx, logTime, lists));
  }

  private boolean matchesFields(Transaction tx, long logTime, Lists lists) {
    for (FieldFilter each : fields) {
      if (!each.matches(tx.declared(), logTime, lists)) {
        return false;
      }
    }
    return true;
  }

  /** The names of all lists that it asks. */
  public Set<String> lists() {
    Set<String> lists = new TreeSet<>();
    for (Listed each : List.of(users, merchants, devices)) {
      lists.addAll(each.all());
    }
    fields.forEach(each -> lists.addAll(each.lists()));
    return lists;
  }
}
