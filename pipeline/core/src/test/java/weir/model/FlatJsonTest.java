package weir.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FlatJsonTest {
  @Test
  void itHasOneFormWhateverItsOrderWas() {
    String one = "{\"a\":12.5,\"b\":null,\"c\":\"x\\\"y\",\"d\":true,\"e\":100000000000000000000}";
    String other =
        "{ \"e\": 100000000000000000000, \"d\": true, \"b\":null, \"c\":\"x\\\"y\", \"a\":12.5 }";
    assertThat(FlatJson.of(other)).isEqualTo(one);
    assertThat(FlatJson.of(one)).isEqualTo(one);
  }

  @Test
  void ofValues() {
    assertThat(
            FlatJson.of(
                new TreeMap<>(
                    Map.of("n", new BigDecimal("1E+3"), "t", "text", "a", new BigDecimal("0.10")))))
        .isEqualTo("{\"a\":0.10,\"n\":1000,\"t\":\"text\"}");
  }

  @Test
  void itsValuesAsTexts() {
    assertThat(FlatJson.texts("{\"a\":\"x\\\"y\",\"b\":12.50,\"c\":true,\"d\":null}"))
        .containsExactly("x\"y", "12.50", "true");
    assertThat(FlatJson.texts("{}")).isEmpty();
  }

  @Test
  void whatIsNoJsonIsSaid() {
    assertThatThrownBy(() -> FlatJson.of("{")).isInstanceOf(UncheckedIOException.class);
  }
}
