package weir.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScopeTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"", "a b", "7th", "card-bin", "a.b", "in", "true", "null", "while", "größe", "а"})
  void hasNoNamesThatAnExpressionCannotSay(String name) {
    assertThatThrownBy(() -> new Scope(Map.of(name, Type.TEXT), false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("an expression cannot say '" + name + "'");
  }

  @Test
  void aNameMayBeCalledLikeAFunction() throws FaultyExpressionException {
    Scope scope = new Scope(Map.of("value", Type.NUMBER, "list", Type.TEXT), true);
    assertThat(Condition.of("value > 5 && list in list('list')", scope).names())
        .containsExactlyInAnyOrder("value", "list");
  }

  @Test
  void namesEndSomewhere() {
    assertThat(Scope.isName("a".repeat(64))).isTrue();
    assertThat(Scope.isName("a".repeat(65))).isFalse();
  }
}
