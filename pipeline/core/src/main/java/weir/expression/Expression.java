package weir.expression;

import java.io.InvalidObjectException;
import java.io.ObjectInputStream;
import java.io.ObjectStreamException;
import java.io.Serializable;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something to compute from the values of a transaction, written in CEL. It is checked and compiled
 * once. Evaluating it never fails and takes a number of steps that its length bounds; if something
 * is missing that it depends on it has no answer.
 */
public final class Expression implements Serializable {
  private static final long serialVersionUID = 1L;

  private final transient String text;
  private final transient Scope scope;
  private final transient Parser.Parsed parsed;

  private Expression(Source source, Scope scope) throws FaultyExpressionException {
    this.text = source.expression();
    this.parsed = Parser.parse(source, scope);
    // It stays the same expression when its book gets further features.
    this.scope = scope.only(parsed.names());
  }

  public static Expression of(String text, Scope scope) throws FaultyExpressionException {
    return of(Source.of(text), scope);
  }

  /**
   * One that gives a number, or says yes or no.
   *
   * @param taker who needs it, such as "a model"
   */
  public static Expression countable(String text, Scope scope, String taker)
      throws FaultyExpressionException {
    Expression expression = of(text, scope);
    if (expression.type() == Type.TEXT) {
      throw Source.of(text)
          .fault(0, taker + " needs numbers or conditions, but " + expression.whole().inWords());
    }
    return expression;
  }

  /** That the whole of it is not right, for this reason. */
  public FaultyExpressionException fault(String sentence) {
    return new FaultyExpressionException(text, 0, sentence);
  }

  /** Whether it is nothing but this name. */
  public boolean isName(String name) {
    return text.strip().equals(name);
  }

  static Expression of(Source source, Scope scope) throws FaultyExpressionException {
    return new Expression(source, scope);
  }

  public String text() {
    return text;
  }

  public Type type() {
    return parsed.whole().type();
  }

  /** The names that it uses. */
  public Set<String> names() {
    return parsed.names();
  }

  /**
   * Those of its names of which a greater value is as good: if it holds, it holds with any greater.
   */
  public Set<String> rising() {
    return parsed.rising();
  }

  /** The lists that it asks. */
  public Set<String> lists() {
    return parsed.lists();
  }

  /** A {@link Double}, {@link String} or {@link Boolean} by its type; nothing without an answer. */
  public @Nullable Object value(Values values) {
    return parsed.whole().part().value(values);
  }

  Operand whole() {
    return parsed.whole();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Expression that && text.equals(that.text) && scope.equals(that.scope);
  }

  @Override
  public int hashCode() {
    return 31 * text.hashCode() + scope.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }

  private Object writeReplace() {
    return new Written(text, scope);
  }

  private void readObject(ObjectInputStream in) throws ObjectStreamException {
    throw new InvalidObjectException("an expression is written as its text and scope");
  }

  /** What is serialized of it. */
  private record Written(String text, Scope scope) implements Serializable {
    private Object readResolve() throws ObjectStreamException {
      try {
        return Expression.of(text, scope);
      } catch (FaultyExpressionException faulty) {
        InvalidObjectException unreadable =
            new InvalidObjectException("'" + text + "': " + faulty.getMessage());
        unreadable.initCause(faulty);
        throw unreadable;
      }
    }
  }
}
