package weir.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import weir.filter.Lists;
import weir.filter.Selection;
import weir.fold.Folded;
import weir.model.Transaction;

/** What is left of transactions that were forgotten. */
class FoldingTest {
  private static final long HOUR = 3_600_000;
  private static final long DAY = 24 * HOUR;

  private record InList() implements Selection {
    @Override
    public boolean matches(Transaction tx, long logTime, Lists lists) {
      return lists.has("risky", "m", logTime);
    }
  }

  private static Feature feature(
      String name, Function function, @Nullable Operand operand, long window, Where where) {
    return new Feature(
        name, function, operand, null, new FeatureWindow(window, 0, HOUR), false, where);
  }

  private static Transaction pay(long number, long time, long minor) {
    return new Transaction(
        "t" + number, "u", minor, "EUR", time, "m", null, null, null, null, null, null, null);
  }

  private static FoldingHistory grown(int payments, long apart, Folding folding) {
    FoldingHistory in = FoldingHistory.EMPTY;
    for (int i = 0; i < payments; i++) {
      in = in.with(pay(i, i * apart, 1 + i % 1000), i * apart, folding, Lists.NONE);
      if (i % 1000 == 999) {
        in = in.foldedBefore(i * apart - HOUR / 2, folding, Lists.NONE);
      }
    }
    return in;
  }

  private static byte[] bytes(Folded folded) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    folded.write(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }

  /** How many payments there are in an hour makes no difference but for the digits of sums. */
  @Test
  void aMonthTakesKilobytes() throws IOException {
    Folding folding =
        Folding.of(
            List.of(
                feature("n", Function.COUNT, null, 30 * DAY, Where.ALL),
                feature("m", Function.MEAN, Fields.AMOUNT, 30 * DAY, Where.ALL),
                feature("s", Function.STDDEV, Fields.AMOUNT, 7 * DAY, Where.ALL),
                feature("h", Function.MAX, Fields.AMOUNT, DAY, Where.ALL)));
    FoldingHistory in = grown(200_000, 30 * DAY / 200_000, folding);
    assertThat(in.history().size()).isLessThan(1200);
    assertThat(bytes(in.folded())).hasSizeLessThan(25_000);
  }

  @Test
  void edgesThatNoWindowReachesAreDropped() {
    List<Feature> features = List.of(feature("n", Function.COUNT, null, 5 * HOUR, Where.ALL));
    Folding folding = Folding.of(features);
    FoldingHistory in = FoldingHistory.EMPTY;
    for (int i = 0; i < 100; i++) {
      in = in.with(pay(i, i * HOUR, 1), i * HOUR, folding, Lists.NONE);
      in = in.foldedBefore(i * HOUR, folding, Lists.NONE);
    }
    // The hours from 93 to 98, as seen from the first moment that was not folded.
    assertThat(in.folded().toString()).contains("[334800000, ").doesNotContain("331200000, ");
    assertThat(new FeatureValues(in, in.history().first(), Lists.NONE).of(features.get(0)))
        .isEqualTo(new Value.Whole(6));
  }

  /** As much as nothing. */
  @Test
  void whatDoesNotCountTakesNoSpace() {
    Folding folding =
        Folding.of(
            List.of(
                feature(
                    "a", Function.MEAN, new Operand.NumberField("x", tx -> null), DAY, Where.ALL),
                feature("b", Function.LAST, Fields.CITY, DAY, Where.ALL),
                feature("c", Function.DISTINCT, Fields.CITY, DAY, Where.ALL),
                feature("d", Function.COUNT, null, DAY, new Where("no", new InList()))));
    FoldingHistory in =
        FoldingHistory.EMPTY
            .with(pay(1, 10, 1), 10, folding, Lists.NONE)
            .foldedBefore(20, folding, Lists.NONE);
    assertThat(in.folded()).hasToString("Folded[before=11, {}, {}]");
  }

  /** A list that changes later changes nothing: each is looked up as of its own log time. */
  @Test
  void aConditionIsAskedOnce() {
    Where risky = new Where("merchantId in list('risky')", new InList());
    Feature feature = feature("n", Function.COUNT, null, 5 * HOUR, risky);
    Folding folding = Folding.of(List.of(feature));
    List<Long> asked = new ArrayList<>();
    Lists lists =
        (list, id, logTime) -> {
          asked.add(logTime);
          return logTime == 17;
        };
    FoldingHistory in =
        FoldingHistory.EMPTY
            .with(pay(1, 10, 1), 17, folding, lists)
            .with(pay(2, 20, 1), 21, folding, lists)
            .with(pay(3, 30, 1), 31, folding, lists)
            .foldedBefore(30, folding, lists);
    assertThat(asked).containsExactly(17L, 21L);
    assertThat(new FeatureValues(in, in.history().first(), lists).of(feature))
        .isEqualTo(new Value.Whole(1));
    assertThat(asked).containsExactly(17L, 21L, 31L);
  }

  /** Books change: what no feature asks for goes, and what a new one asks for begins. */
  @Test
  void seriesComeAndGoWithTheFeatures() {
    Feature count = feature("a", Function.COUNT, null, 5 * HOUR, Where.ALL);
    Feature sum = feature("b", Function.SUM, Fields.AMOUNT, 5 * HOUR, Where.ALL);
    Folding before = Folding.of(List.of(count));
    Folding after = Folding.of(List.of(sum));
    FoldingHistory in =
        FoldingHistory.EMPTY
            .with(pay(1, 10, 100), 10, before, Lists.NONE)
            .with(pay(2, 20, 100), 20, before, Lists.NONE)
            .with(pay(3, 30, 100), 30, before, Lists.NONE)
            .foldedBefore(20, before, Lists.NONE)
            .foldedBefore(30, after, Lists.NONE);
    FeatureValues values = new FeatureValues(in, in.history().first(), Lists.NONE);
    assertThat(values.of(count)).isEqualTo(new Value.Whole(1));
    assertThat(values.of(sum)).isEqualTo(new Value.Real(2.0));
  }

  /** So state is a function of what was folded, and equal state is equal bytes. */
  @Test
  void theOrderOfFoldingMakesNoDifference() throws IOException {
    Folding folding =
        Folding.of(
            List.of(
                feature("a", Function.STDDEV, Fields.AMOUNT, DAY, Where.ALL),
                feature("b", Function.DISTINCT, Fields.ID, DAY, Where.ALL),
                feature("c", Function.FIRST, Fields.ID, DAY, Where.ALL)));
    Folded one = Folded.NOTHING;
    Folded other = Folded.NOTHING;
    for (int i = 0; i < 50; i++) {
      one = folded(folding, one, pay(i, i * HOUR / 10, i));
      other = folded(folding, other, pay(49 - i, (49 - i) * HOUR / 10, 49 - i));
    }
    assertThat(other).isEqualTo(one);
    assertThat(bytes(other)).isEqualTo(bytes(one));
  }

  private static Folded folded(Folding folding, Folded folded, Transaction tx) {
    return folding.fold(folded, List.of(tx), new long[] {tx.time()}, 5 * HOUR, Lists.NONE);
  }

  @Test
  void whatWasFoldedStaysFolded() {
    Folding folding = Folding.of(List.of());
    Folded folded = folded(folding, Folded.NOTHING, pay(1, 1, 1));
    assertThat(folding.fold(folded, List.of(), new long[0], HOUR, Lists.NONE).before())
        .isEqualTo(5 * HOUR);
  }

  @Test
  void theFirstByteIsTheVersionOfTheForm() throws IOException {
    byte[] bytes = bytes(Folded.NOTHING);
    assertThat(bytes[0]).isEqualTo((byte) 1);
    assertThat(read(bytes)).isEqualTo(Folded.NOTHING);
    bytes[0] = 2;
    assertThatExceptionOfType(StreamCorruptedException.class).isThrownBy(() -> read(bytes));
  }

  private static Folded read(byte[] bytes) throws IOException {
    return Folded.read(new DataInputStream(new ByteArrayInputStream(bytes)));
  }
}
