package weir.train.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import weir.learn.InputScale;
import weir.learn.Span;

/** Rows are kept as they came, and cut by time. */
class RowsTest {
  @Test
  void manyRowsAreKept() {
    int size = 40_000;
    Rows.Builder builder = Rows.builder(2);
    for (int i = 0; i < size; i++) {
      builder.add(new long[] {i, -i}, 3L * i, "u" + i % 7, i % 2 == 0 ? i : Rows.NEVER);
    }
    Rows rows = builder.build();
    assertThat(rows.size()).isEqualTo(size);
    for (int i = 0; i < size; i++) {
      assertThat(rows.value(i, 0)).isEqualTo(i);
      assertThat(rows.value(i, 1)).isEqualTo(-i);
      assertThat(rows.time(i)).isEqualTo(3L * i);
      assertThat(rows.user(i)).isEqualTo("u" + i % 7);
      assertThat(rows.fraudKnownAt(i)).isEqualTo(i % 2 == 0 ? i : Rows.NEVER);
    }
  }

  @Test
  void whatNoScaleGivesIsRefused() {
    assertThatThrownBy(
            () -> Rows.builder(1).add(new long[] {InputScale.LIMIT + 1}, 0, "u", Rows.NEVER))
        .hasMessageContaining("beyond any scale");
    assertThatThrownBy(() -> Rows.builder(2).add(new long[] {1}, 0, "u", Rows.NEVER))
        .hasMessage("found 1 values, expected 2");
  }

  /** A row a day; every one is a fraud, known the day after. */
  private static Rows days(int number) {
    Rows.Builder rows = Rows.builder(1);
    for (int day = number - 1; day >= 0; day--) {
      rows.add(new long[] {day}, day, "u", day + 1L);
    }
    return rows.build();
  }

  private static int[] values(Part part) {
    return IntStream.range(0, part.size()).map(i -> part.value(i, 0)).toArray();
  }

  @Test
  void aGapIsTheFirstThingToShortenWhereASpanIsTooSmall() {
    long gap = 45 * 3_600_000L + 1;
    assertThat(new Split(6, 9, /* testTo= */ 12, gap).parts(days(12)).remedy())
        .isEqualTo(
            "give it a longer log, or a --gap shorter than 1 d 21 h (left out before each span)");
    assertThat(new Split(6, 9, /* testTo= */ 12, /* gapMillis= */ 0).parts(days(12)).remedy())
        .isEqualTo("give it a longer log");
  }

  @Test
  void spansAreCutByTimeWithGaps() {
    Parts parts = new Split(6, 9, /* testTo= */ 12, /* gapMillis= */ 1).parts(days(12));
    assertThat(values(parts.learned())).containsExactly(0, 1, 2, 3, 4);
    assertThat(values(parts.validated())).containsExactly(6, 7);
    assertThat(values(parts.tested())).containsExactly(9, 10, 11);
    assertThat(parts.validated().span()).isEqualTo(new Span(6, 7, 2, 2));
  }

  @Test
  void aLabelIsKnownBeforeTheTestedSpanOrOnlyThere() {
    Parts parts = new Split(6, 9, /* testTo= */ 12, /* gapMillis= */ 0).parts(days(12));
    assertThat(parts.validated().fraud(1)).isTrue();
    assertThat(parts.validated().fraud(2)).isFalse();
    assertThat(parts.validated().frauds()).isEqualTo(2);
    assertThat(parts.tested().frauds()).isEqualTo(3);
  }

  @Test
  void hundredthsAreOfTheTime() {
    assertThat(Split.ofHundredths(days(102), 60, 20, /* gapMillis= */ 2))
        .isEqualTo(new Split(60, 80, /* testTo= */ 100, 2));
  }

  /** What is newer than labels usually take may be a fraud that is not known yet. */
  @Test
  void theTestedSpanEndsBeforeTheLog() {
    Split split = Split.ofHundredths(days(102), 60, 20, /* gapMillis= */ 2);
    Part tested = split.parts(days(102)).tested();
    assertThat(tested.span()).isEqualTo(new Span(80, 99, 20, 20));
  }

  /** A label that was taken back after the tested span began was believed until then. */
  @Test
  void aLabelThatIsTakenBackCountsAsLongAsItStood() {
    Rows.Builder rows = Rows.builder(1);
    for (int day = 0; day < 12; day++) {
      rows.add(new long[] {day}, day, "u", Rows.NEVER);
    }
    rows.label(2, /* from= */ 3, /* until= */ 8);
    rows.label(3, /* from= */ 4, /* until= */ 9);
    rows.label(10, /* from= */ 10, /* until= */ 11);
    Parts parts = new Split(6, 9, /* testTo= */ 12, /* gapMillis= */ 0).parts(rows.build());
    assertThat(parts.learned().fraud(2)).isFalse();
    assertThat(parts.learned().fraud(3)).isTrue();
    assertThat(parts.tested().frauds()).isZero();
  }

  @Test
  void aRowCanGetOtherValuesAndRules() {
    Rows.Builder rows = Rows.builder(1);
    rows.add(new long[] {1}, 0, "u", Rows.NEVER).add(new long[] {2}, 1, "u", Rows.NEVER);
    rows.set(1, new long[] {7});
    rows.fired(0, /* rule= */ 3, /* does= */ true);
    rows.fired(0, /* rule= */ 5, /* does= */ true);
    rows.fired(0, /* rule= */ 3, /* does= */ false);
    Rows built = rows.build();
    assertThat(built.value(0, 0)).isEqualTo(1);
    assertThat(built.value(1, 0)).isEqualTo(7);
    assertThat(built.fired(0)).isEqualTo(1L << 5);
    assertThat(built.fired(1)).isZero();
  }
}
