package weir.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Values become whole numbers in one way. */
class InputScaleTest {
  @Test
  void isRoundedDownAndStaysWithinBounds() {
    InputScale cents = new InputScale(2);
    assertThat(cents.of(4.999)).isEqualTo(499);
    assertThat(cents.of(-4.991)).isEqualTo(-500);
    assertThat(cents.of(7L)).isEqualTo(700);
    assertThat(cents.of(1e300)).isEqualTo(16_777_215);
    assertThat(cents.of(Double.POSITIVE_INFINITY)).isEqualTo(16_777_215);
    assertThat(cents.of(Double.NEGATIVE_INFINITY)).isEqualTo(-16_777_215);
    assertThat(cents.of(Double.NaN)).isEqualTo(-16_777_216);
    assertThat(cents.of((Object) null)).isEqualTo(-16_777_216);
    assertThat(cents.value(499)).isEqualTo(4.99);
    assertThat(cents.value(InputScale.MISSING)).isNaN();
  }

  @Test
  void yesIsOneAndNoIsZero() {
    assertThat(new InputScale(0).of(true)).isEqualTo(1);
    assertThat(new InputScale(0).of(false)).isZero();
  }

  @Test
  void aTextIsNoInput() {
    assertThatThrownBy(() -> new InputScale(0).of("x")).hasMessage("an input cannot be a String");
  }

  @Property
  void aGreaterValueNeverBecomesASmallerNumber(
      @ForAll double one, @ForAll double other, @ForAll @IntRange(max = 6) int decimals) {
    InputScale scale = new InputScale(decimals);
    assertThat(scale.of(Math.min(one, other))).isLessThanOrEqualTo(scale.of(Math.max(one, other)));
    assertThat((long) (float) scale.of(one)).isEqualTo(scale.of(one));
  }
}
