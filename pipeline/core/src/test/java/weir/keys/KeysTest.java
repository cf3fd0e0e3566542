package weir.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import weir.book.RuleBookReader;
import weir.fields.DeclaredValues;
import weir.model.Transaction;

/** What transactions have of the keys that a charter declares. */
class KeysTest {
  private static final Keys KEYS =
      Keys.of(
          RuleBookReader.parse(
                  "b",
                  """
                  allowedLateness: 3 s
                  allowedClockSkew: 1 s
                  fields: {bin: text}
                  keys: {merchant: merchantId, spot: [city, country], bin: bin}
                  rules:
                    - {id: dear, version: 1, kind: amount-over, severity: low, limit: 1}
                  """)
              .charter());

  private static Transaction tx(
      @Nullable String merchant, @Nullable String city, @Nullable String country) {
    return new Transaction(
        "t", "u", 1, "EUR", 0, merchant, null, null, city, country, null, null, null);
  }

  @Test
  void theyStandInTheOrderOfTheCharter() {
    assertThat(KEYS.size()).isEqualTo(3);
    assertThat(KEYS.name(1)).isEqualTo("spot");
    assertThat(KEYS.place("bin")).isEqualTo(2);
    assertThatThrownBy(() -> KEYS.place("device"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no key is called 'device'");
    assertThat(Keys.NONE.of(tx("m", "c", "x"))).isZero();
  }

  @Test
  void aKeyOfTwoFieldsNeedsBoth() {
    assertThat(KEYS.of(tx("m", "c", "x"))).isEqualTo(0b011);
    assertThat(KEYS.of(tx("m", "c", null))).isEqualTo(0b001);
    assertThat(KEYS.of(tx(null, null, "x"))).isZero();
    assertThat(KEYS.value(1, tx("m", "c", null))).isNull();
    assertThat(KEYS.shown(1, tx("m", "c", null))).isNull();
  }

  @Test
  void twoFieldsAreKeptApart() {
    assertThat(KEYS.value(1, tx(null, "ab", "c"))).isNotEqualTo(KEYS.value(1, tx(null, "a", "bc")));
    assertThat(KEYS.shown(1, tx(null, "ab", "c"))).isEqualTo("ab + c");
    assertThat(KEYS.shown(0, tx("m", null, null))).isEqualTo("m");
  }

  @Test
  void aDeclaredFieldCanBeOne() {
    Transaction declared = tx(null, null, null).withDeclared(DeclaredValues.of(Map.of("bin", "7")));
    assertThat(KEYS.of(declared)).isEqualTo(0b100);
    assertThat(KEYS.value(2, declared)).isEqualTo("7");
  }
}
