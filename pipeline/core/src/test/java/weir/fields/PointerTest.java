package weir.fields;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PointerTest {
  @Test
  void isReadAsRfc6901DefinesIt() {
    assertThat(Pointer.parse("/card/bin").steps()).containsExactly("card", "bin");
    assertThat(Pointer.parse("/a~1b/m~0n/~01").steps()).containsExactly("a/b", "m~n", "~1");
    assertThat(Pointer.parse("/").steps()).containsExactly("");
    assertThat(Pointer.parse("/a//").steps()).containsExactly("a", "", "");
    assertThat(Pointer.parse("/ü \"/0").steps()).containsExactly("ü \"", "0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/card/bin", "/a~1b/m~0n/~01", "/", "/a//", "/0/-"})
  void isSaidAsItWasRead(String text) {
    assertThat(Pointer.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "card", "card/bin", "/a~", "/a~2", "#/a"})
  void whatIsNoneIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Pointer.parse(text));
  }

  @Test
  void isBounded() {
    assertThat(Pointer.parse("/a".repeat(16)).steps()).hasSize(16);
    assertThatIllegalArgumentException().isThrownBy(() -> Pointer.parse("/a".repeat(17)));
    assertThat(Pointer.parse("/" + "a".repeat(255)).steps()).hasSize(1);
    assertThatIllegalArgumentException().isThrownBy(() -> Pointer.parse("/" + "a".repeat(256)));
    assertThatIllegalArgumentException().isThrownBy(() -> new Pointer(List.of()));
  }

  @Test
  void leadsToItselfAndToWhatLiesWithin() {
    Pointer card = Pointer.parse("/card");
    assertThat(card.leadsTo(card)).isTrue();
    assertThat(card.leadsTo(Pointer.parse("/card/bin"))).isTrue();
    assertThat(Pointer.parse("/card/bin").leadsTo(card)).isFalse();
    assertThat(card.leadsTo(Pointer.parse("/cards"))).isFalse();
  }
}
