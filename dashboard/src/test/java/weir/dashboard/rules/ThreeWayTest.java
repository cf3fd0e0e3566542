package weir.dashboard.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What two changed of one text; a letter is a line. */
class ThreeWayTest {
  private static String lines(String letters) {
    return String.join("\n", letters.split(""));
  }

  @ParameterizedTest
  @CsvSource({
    "abcdefg, abXdefg, abcdeYg, abXdeYg",
    "abcdefg, bcdefg, abcdefgY, bcdefgY",
    "abcdefg, XabcdefgZ, abcYefg, XabcYefgZ",
    "abcdefg, abcdefg, aYg, aYg",
    "abcdefg, aXcdefg, aXcdeYg, aXcdeYg",
    "abcabcabc, abcXabcabc, abcabcabcY, abcXabcabcY",
  })
  void changesOfDifferentPlacesArePutTogether(String old, String one, String other, String both) {
    assertThat(ThreeWay.merge(lines(old), lines(one), lines(other))).contains(lines(both));
    assertThat(ThreeWay.merge(lines(old), lines(other), lines(one))).contains(lines(both));
  }

  @ParameterizedTest
  @CsvSource({
    "abcdefg, abXdefg, abYdefg",
    "abcdefg, abXdefg, abcYefg",
    "abcdefg, abcXdefg, abcYdefg",
    "abcdefg, abfg, abcXefg",
  })
  void whoeverTouchesWhatTheOtherChangedIsAsked(String old, String one, String other) {
    assertThat(ThreeWay.merge(lines(old), lines(one), lines(other))).isEmpty();
    assertThat(ThreeWay.merge(lines(old), lines(other), lines(one))).isEmpty();
  }

  /** Whatever anybody writes: one who changes nothing gets what the other wrote. */
  @Test
  void againstWhatDidNotChangeTheOtherStandsAsItIs() {
    Random random = new Random(7);
    for (int i = 0; i < 500; i++) {
      String old = letters(random);
      String now = letters(random);
      assertThat(ThreeWay.merge(old, now, old)).as("%s to %s", old, now).contains(now);
      assertThat(ThreeWay.merge(old, old, now)).as("%s to %s", old, now).contains(now);
      assertThat(ThreeWay.merge(old, now, now)).as("%s to %s", old, now).contains(now);
    }
  }

  private static String letters(Random random) {
    return lines(
        random
            .ints(random.nextInt(12) + 1, 'a', 'e')
            .mapToObj(Character::toString)
            .collect(Collectors.joining()));
  }

  @Test
  void longTextsAreNotComparedLineByLine() {
    String old = text(0, 5_000);
    String now = text(5_000, 10_000);
    assertThat(ThreeWay.merge(old, now, old)).contains(now);
  }

  private static String text(int from, int to) {
    return IntStream.range(from, to).mapToObj(Integer::toString).collect(Collectors.joining("\n"));
  }
}
