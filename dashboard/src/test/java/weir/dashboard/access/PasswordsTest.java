package weir.dashboard.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PasswordsTest {
  @Test
  void onlyTheRightPasswordMatches() {
    String kept = Passwords.hash("correct horse");
    assertThat(Passwords.matches("correct horse", kept)).isTrue();
    assertThat(Passwords.matches("correct horse ", kept)).isFalse();
    assertThat(Passwords.matches("", kept)).isFalse();
    assertThat(Passwords.matches("correct horse", null)).isFalse();
  }

  @Test
  void itIsKeptByArgon2idWithWhatOwaspAdvisesAndSaltOfItsOwn() {
    String kept = Passwords.hash("correct horse");
    assertThat(kept).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").doesNotContain("horse");
    assertThat(Passwords.hash("correct horse")).isNotEqualTo(kept);
  }

  /** What the reference implementation says, of which the salt is "somesalt". */
  @Test
  void othersHashesAreUnderstood() {
    assertThat(
            Passwords.matches(
                "password",
                "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$"
                    + "CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"))
        .isTrue();
  }

  @Test
  void theSameLettersMatchHoweverTheyAreTyped() {
    assertThat(Passwords.matches("Stra\u00dfe caf\u00e9", Passwords.hash("Stra\u00dfe cafe\u0301")))
        .isTrue();
  }

  @Test
  void anUnknownFormIsNoMatch() {
    assertThatThrownBy(() -> Passwords.matches("x", "plain"))
        .isInstanceOf(IllegalStateException.class);
  }
}
