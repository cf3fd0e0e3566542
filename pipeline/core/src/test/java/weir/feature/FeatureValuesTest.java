package weir.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import weir.filter.Lists;
import weir.filter.Selection;
import weir.model.Transaction;

/** What each function says of a few payments; the naive twin looks at many. */
class FeatureValuesTest {
  private static final Folding NOTHING_FOLDED = Folding.of(List.of());

  private FoldingHistory in = FoldingHistory.EMPTY;

  private static Transaction pay(
      String id, long time, long minor, String currency, @Nullable String shop) {
    return new Transaction(
        id, "u", minor, currency, time, shop, null, null, null, null, null, null, null);
  }

  private Transaction add(Transaction tx) {
    in = in.with(tx, tx.time(), NOTHING_FOLDED, Lists.NONE);
    return tx;
  }

  private @Nullable Value value(Feature feature, Transaction subject) {
    return new FeatureValues(in, in.history().placeOf(subject), Lists.NONE).of(feature);
  }

  private static Feature feature(
      Function function, @Nullable Operand operand, FeatureWindow window, boolean without) {
    return new Feature("f", function, operand, null, window, without, Where.ALL);
  }

  private static Feature count(long window, long delay, long edge) {
    return feature(Function.COUNT, null, new FeatureWindow(window, delay, edge), false);
  }

  /** Payments at each whole second from 0 to 20; the subject is at 15.5 s. */
  @ParameterizedTest(name = "window {0}, delay {1}, edge {2}: {3} to {4}")
  @CsvSource({
    "5000, 0, 0, 11, 15",
    "5500, 0, 0, 11, 15",
    "5501, 0, 0, 10, 15",
    "5000, 500, 0, 11, 15",
    "5000, 501, 0, 10, 14",
    // An edge belongs to the window that begins at it or after it.
    "5000, 0, 5000, 10, 15",
    "5500, 0, 5000, 10, 15",
    "5501, 0, 5000, 5, 15",
    // With a delay the window ends at an edge too, and the edge does not belong to it.
    "5000, 500, 5000, 10, 14",
    "5000, 501, 5000, 5, 9",
    "5000, 5500, 5000, 5, 9",
  })
  void aWindowHoldsWhatIsInIt(long window, long delay, long edge, int first, int last) {
    for (int second = 0; second <= 20; second++) {
      add(pay("t" + second, second * 1000L, 1, "EUR", String.valueOf(second)));
    }
    Transaction subject = add(pay("s", 15_500, 1, "JPY", null));
    int own = delay == 0 ? 1 : 0;
    FeatureWindow described = new FeatureWindow(window, delay, edge);

    assertThat(value(count(window, delay, edge), subject))
        .isEqualTo(new Value.Whole(last - first + 1 + own));
    Feature lowest = feature(Function.FIRST, Fields.MERCHANT_ID, described, false);
    Feature highest = feature(Function.LAST, Fields.MERCHANT_ID, described, false);
    assertThat(value(lowest, subject)).isEqualTo(new Value.Text(String.valueOf(first)));
    assertThat(value(highest, subject)).isEqualTo(new Value.Text(String.valueOf(last)));
  }

  private Value.Real number(Function function, Transaction subject) {
    Value value =
        value(feature(function, Fields.AMOUNT, new FeatureWindow(10_000, 0, 0), false), subject);
    return (Value.Real) Objects.requireNonNull(value);
  }

  @Test
  void amountsOfOtherCurrenciesDoNotCount() {
    add(pay("a", 1000, 1_10, "EUR", null));
    add(pay("b", 2000, 500, "JPY", null));
    Transaction subject = add(pay("c", 3000, 2_20, "EUR", null));
    assertThat(number(Function.SUM, subject).number()).isEqualTo(3.3);
    assertThat(number(Function.MEAN, subject).number()).isEqualTo(1.65);
    assertThat(number(Function.MIN, subject).number()).isEqualTo(1.1);
    assertThat(number(Function.MAX, subject).number()).isEqualTo(2.2);
    assertThat(number(Function.STDDEV, subject).number()).isEqualTo(0.55);
    assertThat(number(Function.FIRST, subject).number()).isEqualTo(1.1);
    assertThat(value(count(10_000, 0, 0), subject)).isEqualTo(new Value.Whole(3));
  }

  /** Sums of floating-point numbers would lose the cent. */
  @Test
  void theLargestAmountsAreExact() {
    for (int i = 0; i < 1000; i++) {
      add(pay("a" + i, 1000, Long.MAX_VALUE, "EUR", null));
    }
    Transaction subject = add(pay("s", 1000, Long.MAX_VALUE - 7, "EUR", null));
    assertThat(number(Function.SUM, subject).number())
        .isEqualTo(new BigDecimal("92325954088916305828.00").doubleValue());
    // 7 times the root of 1000, divided by 1001.
    assertThat(number(Function.STDDEV, subject).number())
        .isEqualTo(Math.sqrt(49.0 * 1000 / (1001.0 * 1001.0 * 10_000)));
  }

  @Test
  void nothingHasNoValueOrIsZero() {
    Transaction subject = add(pay("a", 1000, 1, "EUR", "m"));
    FeatureWindow window = new FeatureWindow(1000, 0, 0);
    for (Function each : Function.values()) {
      Operand operand =
          switch (each) {
            case COUNT, GAP, FRAUDS, SHARE -> null;
            case DISTINCT -> Fields.MERCHANT_ID;
            default -> Fields.AMOUNT;
          };
      Value expected =
          switch (each) {
            case COUNT, DISTINCT, FRAUDS -> new Value.Whole(0);
            case SUM -> new Value.Real(0.0);
            default -> null;
          };
      assertThat(value(feature(each, operand, window, true), subject)).isEqualTo(expected);
    }
  }

  @Test
  void allOfOneInstantCountWhateverTheirOrder() {
    Transaction first = add(pay("a", 1000, 1, "EUR", "x"));
    Transaction second = add(pay("b", 1000, 1, "EUR", "y"));
    Transaction third = add(pay("c", 1000, 1, "EUR", "x"));
    FeatureWindow window = new FeatureWindow(1, 0, 0);
    for (Transaction each : List.of(first, second, third)) {
      assertThat(value(count(1, 0, 0), each)).isEqualTo(new Value.Whole(3));
      assertThat(value(feature(Function.COUNT, null, window, true), each))
          .isEqualTo(new Value.Whole(2));
      assertThat(value(feature(Function.DISTINCT, Fields.MERCHANT_ID, window, true), each))
          .isEqualTo(new Value.Whole(each.equals(second) ? 1 : 2));
    }
    // A gap alone is to the one before, by id.
    Feature gap = feature(Function.GAP, null, window, false);
    assertThat(value(gap, first)).isNull();
    assertThat(value(gap, third)).isEqualTo(new Value.Real(0));
  }

  /** One of the same instant that does not count does not bring the shop in again. */
  @Test
  void whatDoesNotCountIsNotAnotherOfItsKind() {
    Transaction subject = add(pay("a", 1000, 1, "EUR", "x"));
    Transaction other = add(pay("b", 1000, 7, "EUR", "x"));
    Feature cheap =
        new Feature(
            "f",
            Function.DISTINCT,
            Fields.MERCHANT_ID,
            null,
            new FeatureWindow(1, 0, 0),
            true,
            new Where("amount < 0.05", new Cheap()));
    assertThat(value(cheap, subject)).isEqualTo(new Value.Whole(0));
    assertThat(value(cheap, other)).isEqualTo(new Value.Whole(1));
  }

  private record Cheap() implements Selection {
    @Override
    public boolean matches(Transaction tx, long logTime, Lists lists) {
      return tx.amountMinor() < 5;
    }
  }

  @Test
  void aGapIsInSeconds() {
    add(pay("a", 1000, 1, "EUR", null));
    Transaction subject = add(pay("b", 3501, 1, "EUR", null));
    Feature gap = feature(Function.GAP, null, new FeatureWindow(2502, 0, 0), false);
    assertThat(value(gap, subject)).isEqualTo(new Value.Real(2.501));
    Feature shorter = feature(Function.GAP, null, new FeatureWindow(2501, 0, 0), false);
    assertThat(value(shorter, subject)).isNull();
  }

  @Test
  void pairsAreToldApart() {
    Operand pair = new Operand.TextPair(Fields.MERCHANT_ID, Fields.USER_ID);
    add(new Transaction("a", "bc", 1, "EUR", 1, "a", null, null, null, null, null, null, null));
    Transaction subject =
        new Transaction("b", "c", 1, "EUR", 1, "ab", null, null, null, null, null, null, null);
    add(subject);
    assertThat(value(feature(Function.DISTINCT, pair, new FeatureWindow(1, 0, 0), false), subject))
        .isEqualTo(new Value.Whole(2));
  }

  /** A wrong value would not be noticed. */
  @Test
  void doesNotLookBackToWhatWasFolded() {
    add(pay("a", 1000, 1, "EUR", null));
    Transaction subject = add(pay("b", 2000, 1, "EUR", null));
    in = in.foldedBefore(2000, NOTHING_FOLDED, Lists.NONE);
    assertThat(value(count(1000, 0, 0), subject)).isEqualTo(new Value.Whole(1));
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> value(count(1001, 0, 0), subject));
  }
}
