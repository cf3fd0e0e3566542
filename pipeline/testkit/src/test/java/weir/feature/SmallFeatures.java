package weir.feature;

import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;
import weir.filter.Filter;
import weir.filter.Listed;
import weir.filter.Lists;
import weir.filter.LogSpan;
import weir.filter.Names;
import weir.model.Transaction;

/** Features and payments few enough to understand a failure. */
final class SmallFeatures {
  static final Operand.NumberField SCORE =
      new Operand.NumberField("score", tx -> millionths(tx.latitude()));

  /** Its members change with the log time. */
  static final Lists LISTS = (list, id, logTime) -> (logTime / 2000 + id.length()) % 2 == 0;

  private static final Where PAYPAL =
      new Where(
          "paymentMethod == 'paypal'",
          new Filter(Names.of("paypal"), Names.ALL, Names.ALL, Names.ALL, null, null, null, null));

  private static final Where RISKY =
      new Where(
          "merchantId in list('risky')",
          new Filter(
              Names.ALL,
              Names.ALL,
              Names.ALL,
              Names.ALL,
              Listed.ANY,
              new Listed(Set.of("risky"), Set.of()),
              Listed.ANY,
              null,
              null,
              null,
              null,
              List.of(),
              LogSpan.ALWAYS));

  private static final Map<Function, List<Operand>> OPERANDS =
      Map.of(
          Function.DISTINCT,
          List.of(
              Fields.MERCHANT_ID, new Operand.TextPair(Fields.MERCHANT_ID, Fields.CITY), Fields.ID),
          Function.FIRST,
          List.of(Fields.AMOUNT, SCORE, Fields.CITY, Fields.ID),
          Function.LAST,
          List.of(Fields.AMOUNT, SCORE, Fields.CITY, Fields.ID));

  private static final List<Operand> NUMBERS = List.of(Fields.AMOUNT, SCORE);
  private static final List<String> CURRENCIES = List.of("EUR", "EUR", "JPY", "KWD");
  private static final List<String> PLACES = List.of("Rome", "Oslo", "Graz");
  private static final List<Double> SCORES = List.of(0.0, -1.25, 89.999999, 0.000001);

  static final List<Long> AMOUNTS =
      List.of(0L, 1L, 4999L, 10_001L, Long.MAX_VALUE, Long.MAX_VALUE - 1);

  private SmallFeatures() {}

  private static @Nullable Long millionths(@Nullable Double number) {
    return number == null ? null : Math.round(number * 1_000_000);
  }

  /** Something that happens to a history. */
  sealed interface Act {
    /** A payment arrives. */
    record Pay(int millis, int delay, int amount, int currency, int shop, int city, int score)
        implements Act {

      Transaction transaction(int number) {
        return new Transaction(
            "t" + (number * 7) % 1000,
            "u",
            AMOUNTS.get(amount),
            CURRENCIES.get(currency),
            millis,
            of(List.of("a", "bb", "b"), shop),
            null,
            score % 2 == 0 ? "paypal" : "card",
            of(PLACES, city),
            null,
            of(SCORES, score),
            of(SCORES, score) == null ? null : 0.0,
            null);
      }

      private static <T> @Nullable T of(List<T> some, int which) {
        return which < some.size() ? some.get(which) : null;
      }
    }

    /** What is before this time is folded. */
    record Fold(int millis) implements Act {}

    /** All is written and read again. */
    record Restart() implements Act {}
  }

  static Arbitrary<Act> acts(int seconds) {
    Arbitrary<Integer> millis =
        Combinators.combine(
                Arbitraries.integers().between(0, seconds),
                Arbitraries.frequency(Tuple.of(8, 0), Tuple.of(1, -1), Tuple.of(1, 1)))
            .as((second, more) -> second * 1000 + more);
    Arbitrary<Act> pay =
        Combinators.combine(
                millis,
                Arbitraries.integers().between(0, 3000),
                Arbitraries.integers().between(0, AMOUNTS.size() - 1),
                Arbitraries.integers().between(0, CURRENCIES.size() - 1),
                Arbitraries.integers().between(0, 3),
                Arbitraries.integers().between(0, PLACES.size()),
                Arbitraries.integers().between(0, SCORES.size()))
            .as(Act.Pay::new);
    return Arbitraries.frequencyOf(
        Tuple.of(20, pay),
        Tuple.of(2, millis.map(Act.Fold::new)),
        Tuple.of(1, Arbitraries.just(new Act.Restart())));
  }

  static Arbitrary<Feature> features() {
    return Combinators.combine(
            Arbitraries.of(Function.values()).filter(each -> !each.isOfLabels()),
            Arbitraries.integers().between(0, 11),
            windows(),
            Arbitraries.of(true, false),
            Arbitraries.of(Where.ALL, PAYPAL, RISKY))
        .as(
            (function, operand, window, without, where) ->
                new Feature(
                    "f", function, operand(function, operand), null, window, without, where));
  }

  private static @Nullable Operand operand(Function function, int which) {
    if (function == Function.COUNT || function == Function.GAP) {
      return null;
    }
    List<Operand> some = OPERANDS.getOrDefault(function, NUMBERS);
    return some.get(which % some.size());
  }

  private static Arbitrary<FeatureWindow> windows() {
    return Combinators.combine(
            Arbitraries.of(1, 4000, 5000, 7001, 20_000),
            Arbitraries.of(0, 0, 0, 1, 3000, 6500),
            Arbitraries.of(0, 1000, 2000, 3000))
        .as((window, delay, edge) -> new FeatureWindow(window, delay, edge > window ? 0 : edge));
  }
}
