package weir.expression;

import java.io.Serializable;
import java.util.Set;
import java.util.regex.Pattern;

/** An expression that holds for a transaction or not. Without an answer it does not hold. */
public final class Condition implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final Pattern ASKS = Pattern.compile("\\bhas\\s*\\(");

  private final Expression expression;

  private Condition(Expression expression) throws FaultyExpressionException {
    expression.whole().yesOrNo("a condition");
    this.expression = expression;
  }

  public static Condition of(String text, Scope scope) throws FaultyExpressionException {
    return new Condition(Expression.of(text, scope));
  }

  public String text() {
    return expression.text();
  }

  /** The names that it uses. */
  public Set<String> names() {
    return expression.names();
  }

  /**
   * Those of its names of which a greater value is as good: if it holds, it holds with any greater.
   */
  public Set<String> rising() {
    return expression.rising();
  }

  /** The lists that it asks. */
  public Set<String> lists() {
    return expression.lists();
  }

  public boolean holds(Values values) {
    return Boolean.TRUE.equals(expression.value(values));
  }

  /**
   * Whether it can hold if further values become known, whatever they are. What asks with {@code
   * has} whether there is a value may be answered otherwise then.
   */
  public boolean canHold(Values values) {
    return ASKS.matcher(expression.text()).find()
        || !Boolean.FALSE.equals(expression.value(values));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Condition that && expression.equals(that.expression);
  }

  @Override
  public int hashCode() {
    return expression.hashCode();
  }

  @Override
  public String toString() {
    return expression.text();
  }
}
