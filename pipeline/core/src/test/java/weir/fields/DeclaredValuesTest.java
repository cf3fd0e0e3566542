package weir.fields;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeclaredValuesTest {
  private static final DeclaredValues SOME =
      DeclaredValues.of(Map.of("ip", "::1", "risk", new BigDecimal("0.5"), "present", false));

  private static DeclaredValues of(String names, @Nullable Object... values) {
    return DeclaredValues.of(names.split(" "), values);
  }

  @Test
  void eachIsFoundByItsNameAndType() {
    assertThat(SOME.text("ip")).isEqualTo("::1");
    assertThat(SOME.millionths("risk")).isEqualTo(500_000);
    assertThat(SOME.truth("present")).isFalse();
    assertThat(SOME.text("risk")).isNull();
    assertThat(SOME.millionths("present")).isNull();
    assertThat(SOME.truth("ip")).isNull();
    assertThat(SOME.text("bin")).isNull();
    assertThat(SOME).hasToString("DeclaredValues[ip=::1, present=false, risk=0.5]");
  }

  @Test
  void whatIsAbsentIsNotThere() {
    assertThat(of("bin ip", null, "::1")).isEqualTo(of("ip", "::1"));
    assertThat(of("bin ip", null, "::1").size()).isEqualTo(1);
    assertThat(of("bin ip", null, null)).isSameAs(DeclaredValues.NONE);
    assertThat(DeclaredValues.of(Map.of())).isSameAs(DeclaredValues.NONE);
  }

  @Test
  void equalValuesAreEqual() {
    assertThat(SOME).isEqualTo(of("ip present risk", "::1", false, 500_000L));
    assertThat(SOME.hashCode()).isEqualTo(of("ip present risk", "::1", false, 500_000L).hashCode());
    assertThat(SOME).isNotEqualTo(of("ip present risk", "::1", true, 500_000L));
    assertThat(SOME).isNotEqualTo(of("ip present risks", "::1", false, 500_000L));
    assertThat(SOME).isNotEqualTo(of("ip present", "::1", false));
    assertThat(of("a", "1")).isNotEqualTo(of("a", 1L));
  }

  @Test
  void nothingElseIsAValue() {
    assertThatIllegalArgumentException().isThrownBy(() -> of("a", 1));
    assertThatIllegalArgumentException().isThrownBy(() -> of("a", Millionths.MOST + 1));
    assertThatIllegalArgumentException().isThrownBy(() -> of("b a", "1", "2"));
    assertThatIllegalArgumentException().isThrownBy(() -> of("a a", "1", "2"));
  }
}
