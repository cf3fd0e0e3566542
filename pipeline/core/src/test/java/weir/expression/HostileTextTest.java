package weir.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static weir.expression.Given.SCOPE;
import static weir.expression.Given.USUAL;
import static weir.expression.Given.fault;

import dev.cel.parser.CelParser;
import dev.cel.parser.CelParserFactory;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No text overflows a stack, takes long, or fails otherwise than with its fault. */
class HostileTextTest {
  /** A quarter of what a thread usually has. */
  private static final long SMALL_STACK = 256 * 1024;

  @Test
  void aLongTextIsRefusedBeforeItIsRead() {
    assertThat(fault("(".repeat(100_000)))
        .isEqualTo("2000: found 100000 characters, expected at most 2000");
    assertThat(fault("amount > 1" + " ".repeat(1991))).startsWith("2000: found 2001 characters");
    assertThat(USUAL.holds("amount > 1" + " ".repeat(1990))).isTrue();
    assertThat(Given.faultOfReason("x".repeat(2001))).startsWith("2000: found 2001 characters");
  }

  @Test
  void nestingIsBounded() {
    assertThat(USUAL.holds("(".repeat(31) + "true" + ")".repeat(31))).isTrue();
    assertThat(fault("(".repeat(32) + "true" + ")".repeat(32)))
        .isEqualTo("32: expressions are nested deeper than 32");
    for (String opening :
        new String[] {
          "(", "!(", "-(", "size(", "true ? 1 : ", "1 in [", "userId.contains(", "value('a', ",
        }) {
      assertThat(fault(opening.repeat(120))).as(opening).contains("nested deeper than 32");
    }
  }

  @Test
  void wordsAndSignsAreBounded() {
    assertThat(USUAL.holds("1" + " + 1".repeat(248) + " == 249")).isTrue();
    assertThat(fault("1" + "+1".repeat(250) + " > 1"))
        .isEqualTo("500: the expression has more than 500 words and signs");
  }

  /** However it is built, it is evaluated on a small stack. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "1%s > 0| + 1",
        "true%s| == true",
        "%strue|!",
        "true%s| && true",
        "'a'%s == 'a'| + 'a'"
      })
  void evaluatingTheLargestTakesLittleStack(String form) throws Exception {
    String[] parts = form.split("\\|", 2);
    String text = String.format(parts[0], parts[1].repeat(240));
    Condition condition = Condition.of(text, SCOPE);
    AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    Thread thread =
        new Thread(
            null,
            () -> {
              try {
                Condition.of(text, SCOPE);
                condition.holds(USUAL);
              } catch (FaultyExpressionException | StackOverflowError failed) {
                failure.set(failed);
              }
            },
            "small stack",
            SMALL_STACK);
    thread.start();
    thread.join();
    assertThat(failure.get()).isNull();
  }

  /** What stands before 'in' is evaluated once, and not once for each value. */
  @Test
  void aNameIsLookedUpAsOftenAsItIsWritten() throws Exception {
    int[] lookups = {0};
    Values counting =
        new Values() {
          @Override
          public Object value(String name) {
            lookups[0]++;
            return false;
          }

          @Override
          public boolean isIn(String list, String id) {
            return false;
          }

          @Override
          public @Nullable BigDecimal listValue(String list, String id) {
            return null;
          }
        };
    String nested = "(".repeat(20) + "abroad" + " in [true, true, true])".repeat(20);
    Condition.of(nested, SCOPE).holds(counting);
    assertThat(lookups[0]).isEqualTo(1);
  }

  @Test
  void joinedTextsEndSomewhere() {
    String doubled = "(userId + userId + userId + userId)";
    Given given = USUAL.with("userId", "x".repeat(1024));
    assertThat(given.holds("size(" + doubled + ") == 4096")).isTrue();
    assertThat(given.holds("size(" + doubled + " + 'x') >= 0")).isFalse();
  }

  @Test
  void hugeNumbersAreRefused() {
    assertThat(fault("amount > " + "9".repeat(1900))).contains("is too large");
    assertThat(fault("amount > 1e999999999")).contains("is too large");
    assertThat(USUAL.holds("amount > 1e-999999999 && 1e-999999999 == 0")).isTrue();
    assertThat(USUAL.holds("amount > 0." + "0".repeat(1900) + "1")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "аmount > 5", // a Cyrillic letter
        "amount > ５", // a full-width digit
        "amount > ٥", // an Arabic digit
        "amount ＞ 5",
        "amount\u00a0> 5", // a blank that breaks no line
        "amount\u200b > 5", // a blank of no width
        "userId == “x”",
        "amount > 5;",
        "amount > 5 \u0000",
        "\ufeffamount > 5",
        "amount > 5 \u202e",
        "{}",
        "`amount` > 5",
        "$amount > 5",
        "a\\u006dount > 5",
        "#",
        "\ud83d",
        "'\ud83d' == userId",
      })
  void lookalikesAreRefused(String text) {
    assertThat(fault(text)).matches("\\d+: .*(has no meaning here|half a character).*");
    assertThat(fault(text)).matches("\\P{Cntrl}*").doesNotContain("\u200b", "\u202e", "\ufeff");
  }

  /** Whatever is accepted is CEL as well. */
  @Test
  void brokenTextsAreFaultsAndNoFailures() throws Exception {
    CelParser cel = CelParserFactory.standardCelParserBuilder().build();
    String signs = "()[]{}<>=!&|+-*/%?:.,'\"\\ \n019eaxuin_é😀\u0000";
    List<Type> types = List.of(Type.values());
    Random random = new Random(21);
    int accepted = 0;
    for (int i = 0; i < 10_000; i++) {
      StringBuilder text =
          new StringBuilder(
              Tree.random(random, types.get(i % types.size()), 1 + random.nextInt(4)).forWeir());
      for (int broken = random.nextInt(4); broken > 0 && !text.isEmpty(); broken--) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(3)) {
          case 0 -> text.deleteCharAt(at);
          case 1 -> text.insert(at, signs.charAt(random.nextInt(signs.length())));
          default -> text.insert(at, text.charAt(random.nextInt(text.length())));
        }
      }
      String broken = text.toString();
      try {
        Expression.of(broken, SCOPE).value(USUAL);
        accepted++;
        assertThat(cel.parse(broken).getIssueString()).as(broken).isEmpty();
      } catch (FaultyExpressionException faulty) {
        assertThat(faulty.offset()).isBetween(0, broken.length());
        assertThat(faulty).hasMessageMatching("(?s).{5,400}");
      }
      assertThatCode(
              () -> {
                try {
                  Reason.of("{" + broken + "}", SCOPE).say(USUAL);
                } catch (FaultyExpressionException faulty) {
                  assertThat(faulty.line()).isPositive();
                }
              })
          .doesNotThrowAnyException();
    }
    assertThat(accepted).isBetween(2500, 9000);
  }
}
