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
  void spansAreCutByTimeWithGaps() {
    Parts parts = new Split(6, 9, /* gapMillis= */ 1).parts(days(12));
    assertThat(values(parts.learned())).containsExactly(0, 1, 2, 3, 4);
    assertThat(values(parts.validated())).containsExactly(6, 7);
    assertThat(values(parts.tested())).containsExactly(9, 10, 11);
    assertThat(parts.validated().span()).isEqualTo(new Span(6, 7, 2, 2));
  }

  @Test
  void aLabelIsKnownBeforeTheTestedSpanOrOnlyThere() {
    Parts parts = new Split(6, 9, /* gapMillis= */ 0).parts(days(12));
    assertThat(parts.validated().fraud(1)).isTrue();
    assertThat(parts.validated().fraud(2)).isFalse();
    assertThat(parts.validated().frauds()).isEqualTo(2);
    assertThat(parts.tested().frauds()).isEqualTo(3);
  }

  @Test
  void hundredthsAreOfTheTime() {
    assertThat(Split.ofHundredths(days(100), 60, 20, /* gapMillis= */ 2))
        .isEqualTo(new Split(60, 80, 2));
  }
}
