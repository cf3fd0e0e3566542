package weir.rules;

import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import weir.files.YamlMap;
import weir.filter.AmountLimit;
import weir.filter.Filter;
import weir.filter.Names;
import weir.model.Money;

/**
 * Which amounts a filter can let pass, exactly, in every currency. A rule without any such amount
 * could never fire, and this would go unnoticed.
 */
public final class Passing {
  static final String NEVER = ", so the rule can never fire; ";

  private static final String[] FILTER = {
    "currency", "currencyNot", "amountOver", "amountBelow", "amountAtMost"
  };

  private Passing() {}

  /** A filter that no amount passes is wrong. */
  public static void checkFilter(YamlMap yaml, Filter filter) {
    if (!yaml.isSound(FILTER) || inAny(filter, currency -> most(filter, currency) >= 0)) {
      return;
    }
    String last =
        Stream.of("amountAtMost", "amountBelow", "amountOver", "currencyNot")
            .filter(yaml::has)
            .findFirst()
            .orElse("currency");
    yaml.wrong(
        last, "no payment can be" + bounds(filter) + Passing.NEVER + "change one of its bounds");
  }

  /** A limit over which no single payment can be is wrong. */
  static void checkOne(RuleParams params, RuleHeader header, AmountLimit limit) {
    Filter filter = header.filter();
    check(params, header, currency -> limit.floor(currency) < most(filter, currency), "payment");
  }

  /** A limit over which no sum of payments can be is wrong. */
  static void checkSum(RuleParams params, RuleHeader header, AmountLimit limit) {
    Filter filter = header.filter();
    check(
        params,
        header,
        currency -> most(filter, currency) > 0 && limit.floor(currency) < Long.MAX_VALUE,
        "sum of payments");
  }

  private static void check(
      RuleParams params, RuleHeader header, Predicate<String> canBe, String what) {
    boolean filterIsSound =
        !params.yaml().has("filter") || params.within("filter").yaml().isSound(FILTER);
    if (params.yaml().isSound("limit") && filterIsSound && !inAny(header.filter(), canBe)) {
      params
          .yaml()
          .wrong(
              "limit",
              "no "
                  + what
                  + bounds(header.filter())
                  + " can be over this limit"
                  + NEVER
                  + "lower the limit or change the filter");
    }
  }

  private static boolean inAny(Filter filter, Predicate<String> canBe) {
    return Money.currencies().stream().filter(filter.currencies()::include).anyMatch(canBe);
  }

  /** The greatest amount that passes, in minor units; below zero if there is none. */
  private static long most(Filter filter, String currency) {
    AmountLimit over = filter.amountOver();
    AmountLimit below = filter.amountBelow();
    AmountLimit atMost = filter.amountAtMost();
    long most = Money.MAX_MINOR;
    most = below == null ? most : Math.min(most, below.ceiling(currency) - 1);
    most = atMost == null ? most : Math.min(most, atMost.floor(currency));
    return over != null && most <= over.floor(currency) ? -1 : most;
  }

  /** " over 50 and below 10", or nothing. */
  private static String bounds(Filter filter) {
    String bounds =
        Stream.of(
                bound("over", filter.amountOver()),
                bound("below", filter.amountBelow()),
                bound("at most", filter.amountAtMost()))
            .filter(bound -> !bound.isEmpty())
            .collect(Collectors.joining(" and"));
    return bounds.isEmpty() && !filter.currencies().equals(Names.ALL)
        ? " in such a currency"
        : bounds;
  }

  private static String bound(String name, @Nullable AmountLimit limit) {
    return limit == null ? "" : " " + name + " " + limit.major().toPlainString();
  }
}
