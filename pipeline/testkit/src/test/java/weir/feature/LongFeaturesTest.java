package weir.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import weir.filter.Filter;
import weir.filter.Lists;
import weir.filter.Names;
import weir.history.History;
import weir.model.Transaction;
import weir.oracle.NaiveFeatures;
import weir.oracle.NaiveFeatures.Heard;

/** Windows of thousands say what the naive twin says, and are not gone through one by one. */
class LongFeaturesTest {
  private static final int PAYMENTS = 9000;

  private static final Where CARD =
      new Where(
          "paymentMethod == 'card'",
          new Filter(Names.of("card"), Names.ALL, Names.ALL, Names.ALL, null, null, null, null));

  private static final Operand PAIR = new Operand.TextPair(Fields.MERCHANT_ID, Fields.CITY);

  private static final List<Feature> FEATURES =
      List.of(
          feature(Function.COUNT, null, 3500, 0, 0, CARD),
          feature(Function.STDDEV, Fields.AMOUNT, 3000, 0, 0, CARD),
          feature(Function.MAX, Fields.AMOUNT, 2000, 700, 0, Where.ALL),
          feature(Function.DISTINCT, Fields.MERCHANT_ID, 3500, 0, 0, Where.ALL),
          feature(Function.DISTINCT, Fields.MERCHANT_ID, 300, 0, 0, Where.ALL),
          feature(Function.DISTINCT, PAIR, 3000, 0, 0, CARD),
          feature(Function.DISTINCT, Fields.MERCHANT_ID, 2000, 500, 0, CARD),
          feature(Function.COUNT, null, 5000, 0, 10, CARD),
          feature(Function.MIN, Fields.AMOUNT, 6000, 0, 10, Where.ALL),
          feature(Function.STDDEV, Fields.AMOUNT, 4000, 2000, 10, CARD),
          feature(Function.DISTINCT, Fields.MERCHANT_ID, 5000, 0, 10, Where.ALL),
          feature(Function.DISTINCT, Fields.MERCHANT_ID, 700, 0, 10, Where.ALL),
          feature(Function.DISTINCT, PAIR, 5000, 0, 100, CARD),
          feature(Function.DISTINCT, PAIR, 3000, 2500, 100, CARD),
          feature(Function.FIRST, Fields.CITY, 5000, 0, 10, Where.ALL),
          feature(Function.LAST, Fields.AMOUNT, 5000, 4500, 10, Where.ALL),
          feature(Function.GAP, null, 5000, 0, 10, Where.ALL));

  private static final Folding FOLDING = Folding.of(FEATURES);

  private final List<Heard> all = new ArrayList<>();
  private FoldingHistory in = FoldingHistory.EMPTY;
  private int folded;

  private static Feature feature(
      Function function,
      @Nullable Operand operand,
      long window,
      long delay,
      long edge,
      Where where) {
    boolean without = window % 1000 == 0 && function != Function.GAP;
    return new Feature(
        "f", function, operand, null, new FeatureWindow(window, delay, edge), without, where);
  }

  /** Some payments come late, many share one instant, and what is old is folded. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2})
  void isAsIfItWereLookedAtOneByOne(long seed) throws IOException {
    Random random = new Random(seed);
    long now = 1_000_000;
    for (int i = 0; i < PAYMENTS; i++) {
      now += random.nextInt(2);
      boolean late = random.nextInt(20) == 0;
      long time = late ? now - random.nextInt(300) : now;
      Heard heard = new Heard(payment(random, i, time), now);
      FoldingHistory before = in;
      in = in.with(heard.transaction(), heard.logTime(), FOLDING, Lists.NONE);
      all.add(heard);
      if (i % 307 == 0) {
        assertSame(in, random);
      } else if (late && random.nextInt(30) == 0) {
        assertUnchanged(before, heard, random);
      } else if (i % 61 == 0) {
        fold(now - 3600);
      } else if (i % 1999 == 0) {
        in =
            new FoldingHistory(
                History.of(List.copyOf(in.history().transactions()), in.history().logTimes()),
                FeaturesPropertyTest.restarted(in.folded()));
      }
    }
    assertThat(in.history().size()).isGreaterThan(5000).isLessThan(PAYMENTS - 500);
    assertThat(folded).isGreaterThan(1000);
  }

  private void fold(long time) {
    int size = in.history().size();
    in = in.foldedBefore(time, FOLDING, Lists.NONE);
    folded += size - in.history().size();
  }

  private static Transaction payment(Random random, int number, long time) {
    return new Transaction(
        "t" + random.nextInt(10) + "-" + number,
        "u",
        random.nextInt(100_000),
        random.nextInt(9) == 0 ? "USD" : "EUR",
        time,
        random.nextInt(9) == 0 ? null : "m" + random.nextInt(random.nextBoolean() ? 20 : 4000),
        null,
        random.nextInt(3) == 0 ? "paypal" : "card",
        List.of("Rome", "Oslo", "Graz").get(random.nextInt(3)),
        null,
        null,
        null,
        null);
  }

  private void assertSame(FoldingHistory in, Random random) {
    int size = in.history().size();
    assertSame(in, in.history().get(in.history().first() + size - 1), all);
    assertSame(
        in, in.history().get(in.history().first() + size - 1 - random.nextInt(size / 8 + 1)), all);
  }

  private void assertSame(FoldingHistory in, Transaction subject, List<Heard> known) {
    int place = in.history().placeOf(subject);
    for (Feature each : FEATURES) {
      if (each.window().hasEdge() || each.window().start(subject.time()) >= in.folded().before()) {
        Value value = new FeatureValues(in, place, Lists.NONE).of(each);
        assertThat(FeaturesPropertyTest.plain(value))
            .as("%s of %s", each, subject)
            .isEqualTo(
                NaiveFeatures.value(each, subject, known, NaiveFeatures.Where.asked(Lists.NONE)));
      }
    }
  }

  /** A history that something was added to is asked again: an alert may have to be withdrawn. */
  private void assertUnchanged(FoldingHistory before, Heard added, Random random) {
    List<Heard> known = all.stream().filter(each -> !each.equals(added)).toList();
    assertSame(in, added.transaction(), all);
    int newest = before.history().first() + before.history().size() - 1;
    assertSame(before, before.history().get(newest), known);
    assertSame(before, before.history().get(newest - random.nextInt(50)), known);
    assertSame(in, added.transaction(), all);
  }
}
