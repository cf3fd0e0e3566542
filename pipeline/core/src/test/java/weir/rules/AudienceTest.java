package weir.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** For which users a rule counts. */
class AudienceTest {
  private static final int USERS = 20_000;

  private static List<String> of(int perTenThousand, String rule) {
    Audience audience = new Audience(perTenThousand);
    return IntStream.range(0, USERS)
        .mapToObj(i -> "user-" + i)
        .filter(user -> audience.includes(rule, user))
        .toList();
  }

  @Test
  void aShareIsAsLargeAsItSays() {
    assertThat(of(1000, "velocity").size()).isBetween(USERS * 9 / 100, USERS * 11 / 100);
    assertThat(of(10_000, "velocity")).hasSize(USERS);
    assertThat(of(0, "velocity")).isEmpty();
  }

  @Test
  void aGreaterShareHasEverybodyOfASmallerOne() {
    assertThat(of(2000, "velocity")).containsAll(of(1000, "velocity"));
  }

  @Test
  void rulesDrawIndependently() {
    List<String> both = of(1000, "velocity");
    List<String> other = of(1000, "slow-drain");
    assertThat(both.stream().filter(other::contains).count()).isLessThan(USERS * 2 / 100);
  }

  /** It is drawn the same way for ever: these were worked out with another tool. */
  @Test
  void whoIsDrawnNeverChanges() {
    assertThat(of(5, "velocity"))
        .containsExactly(
            "user-2475",
            "user-3882",
            "user-6297",
            "user-12601",
            "user-13527",
            "user-14053",
            "user-15180",
            "user-17129");
  }
}
