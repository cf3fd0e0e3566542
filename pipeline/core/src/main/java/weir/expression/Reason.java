package weir.expression;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A sentence about a transaction, with expressions in braces: "{amount} is {amount / mean_30d}
 * times the usual". Two braces are one that is meant as such.
 */
public final class Reason implements Serializable {
  private static final long serialVersionUID = 1L;

  /** More digits than these are the rounding of a double, and not what was computed. */
  private static final MathContext MEANT = new MathContext(15, RoundingMode.HALF_EVEN);

  private static final int MOST_DECIMALS = 2;

  private final String text;
  private final Scope scope;
  private final List<Piece> pieces;

  /**
   * A piece of a sentence.
   *
   * @param before what is said before the expression
   * @param expression none at the end
   */
  private record Piece(String before, @Nullable Expression expression) implements Serializable {}

  private Reason(String text, Scope scope) throws FaultyExpressionException {
    this.text = text;
    this.pieces = List.copyOf(pieces(Source.of(text), scope));
    this.scope = scope.only(names(pieces));
  }

  public static Reason of(String text, Scope scope) throws FaultyExpressionException {
    return new Reason(text, scope);
  }

  private static List<Piece> pieces(Source source, Scope scope) throws FaultyExpressionException {
    List<Piece> pieces = new ArrayList<>();
    StringBuilder before = new StringBuilder();
    String text = source.text();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ((c == '{' || c == '}') && text.startsWith(String.valueOf(c), i + 1)) {
        before.append(c);
        i++;
      } else if (c == '{') {
        int end = end(source, i);
        pieces.add(new Piece(before.toString(), Expression.of(source.part(i + 1, end), scope)));
        before.setLength(0);
        i = end;
      } else if (c == '}') {
        throw source.fault(i, "no brace was opened before this one; write }} for a brace");
      } else {
        before.append(c);
      }
    }
    pieces.add(new Piece(before.toString(), null));
    return pieces;
  }

  /** Where the brace closes that opens here. A brace in quotes closes nothing. */
  private static int end(Source source, int open) throws FaultyExpressionException {
    String text = source.text();
    char quote = 0;
    for (int i = open + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote == 0 && c == '}') {
        return i;
      }
      if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
      } else if (quote != 0 && c == '\\') {
        i++;
      } else if (c == quote) {
        quote = 0;
      }
    }
    throw source.fault(open, "this brace is not closed; write {{ for a brace");
  }

  public String text() {
    return text;
  }

  /** The names that it uses. */
  public Set<String> names() {
    return names(pieces);
  }

  private static Set<String> names(List<Piece> pieces) {
    Set<String> names = new TreeSet<>();
    for (Piece each : pieces) {
      names.addAll(each.expression() == null ? Set.of() : each.expression().names());
    }
    return names;
  }

  /** The lists that it asks. */
  public Set<String> lists() {
    Set<String> lists = new TreeSet<>();
    for (Piece each : pieces) {
      lists.addAll(each.expression() == null ? Set.of() : each.expression().lists());
    }
    return lists;
  }

  /** The sentence about these values; "unknown" stands for what has no answer. */
  public String say(Values values) {
    StringBuilder said = new StringBuilder();
    for (Piece each : pieces) {
      said.append(each.before());
      if (each.expression() != null) {
        said.append(inWords(each.expression().value(values)));
      }
    }
    return said.toString();
  }

  /** A value as a sentence says it. */
  public static String inWords(@Nullable Object value) {
    if (value instanceof Double number) {
      BigDecimal exact = new BigDecimal(number);
      return (number == Math.rint(number) ? exact : exact.round(MEANT))
          .setScale(MOST_DECIMALS, RoundingMode.HALF_EVEN)
          .stripTrailingZeros()
          .toPlainString();
    }
    if (value instanceof Boolean yes) {
      return yes ? "yes" : "no";
    }
    return value == null ? "unknown" : value.toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Reason that && text.equals(that.text) && scope.equals(that.scope);
  }

  @Override
  public int hashCode() {
    return 31 * text.hashCode() + scope.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }
}
