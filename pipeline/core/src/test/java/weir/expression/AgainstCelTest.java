package weir.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.cel.runtime.CelUnknownSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What Weir reads is CEL: Google's implementation accepts each expression and gives the same, and
 * so does a naive evaluation.
 */
class AgainstCelTest {
  private static final int EXPRESSIONS = 5000;
  private static final int DEPTH = 5;

  private static final List<Type> TYPES = List.of(Type.values());

  private static final CelCompiler COMPILER =
      CelCompilerFactory.standardCelCompilerBuilder()
          .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
          .addVar("amount", SimpleType.DOUBLE)
          .addVar("mean_30d", SimpleType.DOUBLE)
          .addVar("count_30d", SimpleType.DOUBLE)
          .addVar("userId", SimpleType.STRING)
          .addVar("merchantId", SimpleType.STRING)
          .addVar("abroad", SimpleType.BOOL)
          .addVar("maybe", SimpleType.BOOL)
          .build();
  private static final CelRuntime RUNTIME = CelRuntimeFactory.legacyCelRuntimeBuilder().build();

  private final Random random = new Random(20);

  @Test
  void bothGiveTheSameForEveryType() throws Exception {
    int answers = 0;
    int finite = 0;
    for (int i = 0; i < EXPRESSIONS; i++) {
      Type type = TYPES.get(i % TYPES.size());
      Tree tree = Tree.random(random, type, 1 + random.nextInt(DEPTH));
      String text = tree.forWeir();
      if (text.length() > Source.MOST_CHARACTERS || Tokens.of(Source.of(text)).size() > 300) {
        continue;
      }
      Given given = given();
      Expression expression = Expression.of(text, Given.SCOPE);
      Object value = expression.value(given);
      assertThat(value).as(text + " naively").isEqualTo(tree.value(given));
      assertThat(expression.type()).isEqualTo(type);
      answers += value == null ? 0 : 1;
      if (tree.isFinite(given)) {
        finite++;
        assertThat(value).as(text + " by CEL").isEqualTo(byCel(tree.forCel(), given));
      }
    }
    assertThat(answers).isGreaterThan(EXPRESSIONS / 3);
    assertThat(finite).isGreaterThan(EXPRESSIONS / 2);
  }

  private Given given() {
    Given given = Given.USUAL.with("mean_30d", random.nextInt(4) * 2.5).with("maybe", false);
    for (String name : new String[] {"mean_30d", "count_30d", "userId", "maybe", "abroad"}) {
      given = random.nextInt(4) == 0 ? given.without(name) : given;
    }
    return given;
  }

  private static @Nullable Object byCel(String text, Given given) throws CelValidationException {
    CelAbstractSyntaxTree checked = COMPILER.compile(text).getAst();
    try {
      Object value =
          RUNTIME
              .createProgram(checked)
              .eval(
                  name -> {
                    Object there = given.value(name);
                    return Optional.ofNullable(
                        there instanceof Number number ? (Object) number.doubleValue() : there);
                  });
      return value instanceof CelUnknownSet ? null : value;
    } catch (CelEvaluationException noAnswer) {
      throw new AssertionError(text, noAnswer);
    }
  }
}
