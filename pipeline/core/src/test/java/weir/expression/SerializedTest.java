package weir.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static weir.expression.Given.SCOPE;
import static weir.expression.Given.USUAL;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Books travel to workers, and expressions with them. */
class SerializedTest {
  private static final Scope OTHER = new Scope(Map.of("amount", Type.NUMBER), false);

  @Test
  void anExpressionIsTheSameAfterItsJourney() throws Exception {
    Expression expression = Expression.of("amount + size(userId)", SCOPE);
    Condition condition = Condition.of("amount > 5 && userId in list('risky')", SCOPE);
    Reason reason = Reason.of("{amount} by {userId}", SCOPE);
    for (Object each : List.of(expression, condition, reason)) {
      Object read = read(write(each));
      assertThat(read).isEqualTo(each).hasSameHashCodeAs(each).hasToString(each.toString());
    }
    assertThat(((Expression) read(write(expression))).value(USUAL)).isEqualTo(106.5);
    assertThat(((Condition) read(write(condition))).lists()).containsExactly("risky");
    assertThat(((Reason) read(write(reason))).say(USUAL)).isEqualTo("100.5 by user-7");
  }

  @Test
  void textAndScopeMakeTheDifference() throws FaultyExpressionException {
    assertThat(Expression.of("amount", SCOPE))
        .isEqualTo(Expression.of("amount", SCOPE))
        .isNotEqualTo(Expression.of("amount ", SCOPE))
        .isNotEqualTo(Expression.of("amount", OTHER));
    assertThat(Condition.of("amount > 5", SCOPE))
        .isEqualTo(Condition.of("amount > 5", SCOPE))
        .isNotEqualTo(Condition.of("amount > 6", SCOPE))
        .isNotEqualTo(Condition.of("amount > 5", OTHER));
    assertThat(Reason.of("{amount}", SCOPE))
        .isEqualTo(Reason.of("{amount}", SCOPE))
        .isNotEqualTo(Reason.of("{amount}!", SCOPE))
        .isNotEqualTo(Reason.of("{amount}", OTHER));
  }

  /** A book that gets a further feature has the same rules as before. */
  @Test
  void whatIsNotUsedMakesNoDifference() throws FaultyExpressionException {
    Scope small = new Scope(Map.of("amount", Type.NUMBER, "risk", Type.NUMBER), true);
    Scope more =
        new Scope(Map.of("amount", Type.NUMBER, "risk", Type.NUMBER, "a", Type.TEXT), true);
    Scope others = new Scope(Map.of("amount", Type.NUMBER, "risk", Type.TEXT), true);
    assertThat(Expression.of("has(risk)", small))
        .isEqualTo(Expression.of("has(risk)", more))
        .hasSameHashCodeAs(Expression.of("has(risk)", more))
        .isNotEqualTo(Expression.of("has(risk)", others));
    assertThat(Reason.of("{amount} {risk}", small))
        .isEqualTo(Reason.of("{amount} {risk}", more))
        .hasSameHashCodeAs(Reason.of("{amount} {risk}", more))
        .isNotEqualTo(Reason.of("{amount} {risk}", others));
  }

  /** Such as one that a later version of Weir wrote. */
  @Test
  void whatDoesNotCompileIsNotRead() throws Exception {
    byte[] written = write(Expression.of("amount > 5", SCOPE));
    for (int i = 0; i + 6 <= written.length; i++) {
      if (new String(written, i, 6, java.nio.charset.StandardCharsets.ISO_8859_1)
          .equals("nt > 5")) {
        written[i + 3] = '~';
      }
    }
    assertThatThrownBy(() -> read(written))
        .isInstanceOf(java.io.InvalidObjectException.class)
        .hasMessageContaining("'~' (U+007E) has no meaning here");
  }

  private static byte[] write(Object value) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(value);
    }
    return bytes.toByteArray();
  }

  private static Object read(byte[] bytes) throws IOException, ClassNotFoundException {
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
      return in.readObject();
    }
  }
}
