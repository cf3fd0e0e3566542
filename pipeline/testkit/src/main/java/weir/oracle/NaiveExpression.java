package weir.oracle;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A second implementation of expressions: the text is cut at what binds least, again and again.
 * Values are a Double, a String, a Boolean, or null where there is no answer.
 */
final class NaiveExpression {
  private static final List<String> RELATIONS = List.of("==", "!=", "<=", ">=", "<", ">", " in ");

  private final Function<String, @Nullable Object> names;
  private final Lookup lists;

  /** Whether an id is in a list. */
  interface Lookup {
    boolean has(String list, String id);
  }

  NaiveExpression(Function<String, @Nullable Object> names, Lookup lists) {
    this.names = names;
    this.lists = lists;
  }

  @Nullable Object value(String text) {
    String s = text.strip();
    if (s.startsWith("(") && closing(s, 0) == s.length() - 1) {
      return value(s.substring(1, s.length() - 1));
    }
    int or = last(s, "||");
    if (or >= 0) {
      return absorbed(value(s.substring(0, or)), value(s.substring(or + 2)), true);
    }
    int and = last(s, "&&");
    if (and >= 0) {
      return absorbed(value(s.substring(0, and)), value(s.substring(and + 2)), false);
    }
    for (String relation : RELATIONS) {
      int at = last(s, relation);
      boolean longer = relation.length() == 1 && s.startsWith("=", at + 1);
      if (at >= 0 && !longer) {
        return related(relation.strip(), s.substring(0, at), s.substring(at + relation.length()));
      }
    }
    for (List<String> operators : List.of(List.of("+", "-"), List.of("*", "/"))) {
      int at = Math.max(binary(s, operators.get(0)), binary(s, operators.get(1)));
      if (at >= 0) {
        return computed(s.charAt(at), value(s.substring(0, at)), value(s.substring(at + 1)));
      }
    }
    if (s.startsWith("!")) {
      return value(s.substring(1)) instanceof Boolean yes ? !yes : null;
    }
    if (s.startsWith("-")) {
      return value(s.substring(1)) instanceof Double number ? -number : null;
    }
    if (s.startsWith("has(")) {
      return names.apply(s.substring(4, s.length() - 1)) != null;
    }
    if (s.startsWith("\"") || s.startsWith("'")) {
      return s.substring(1, s.length() - 1);
    }
    if (s.equals("true") || s.equals("false")) {
      return s.equals("true");
    }
    return Character.isDigit(s.charAt(0)) ? Double.valueOf(s) : names.apply(s);
  }

  private static @Nullable Boolean absorbed(
      @Nullable Object left, @Nullable Object right, boolean decides) {
    if (Objects.equals(left, decides) || Objects.equals(right, decides)) {
      return decides;
    }
    return (left == null || right == null) ? null : Boolean.valueOf(!decides);
  }

  private @Nullable Boolean related(String relation, String left, String right) {
    Object one = value(left);
    if (relation.equals("in")) {
      String list = right.strip().replaceAll("list\\(.(.*).\\)", "$1");
      return one == null ? null : Boolean.valueOf(lists.has(list, (String) one));
    }
    Object other = value(right);
    if (one == null || other == null) {
      return null;
    }
    if (relation.equals("==") || relation.equals("!=")) {
      boolean same =
          one instanceof Double number
              ? number.doubleValue() == ((Double) other).doubleValue()
              : one.equals(other);
      return same == relation.equals("==");
    }
    int order = ((Double) one).compareTo((Double) other);
    return switch (relation) {
      case "<" -> order < 0;
      case ">" -> order > 0;
      case "<=" -> order <= 0;
      default -> order >= 0;
    };
  }

  private static @Nullable Double computed(
      char operator, @Nullable Object left, @Nullable Object right) {
    if (left == null || right == null) {
      return null;
    }
    double one = (Double) left;
    double other = (Double) right;
    double result =
        switch (operator) {
          case '+' -> one + other;
          case '-' -> one - other;
          case '*' -> one * other;
          default -> one / other;
        };
    return Double.isFinite(result) ? result : null;
  }

  /** Where the operator stands for the last time outside of parentheses and quotes, or -1. */
  private static int last(String s, String operator) {
    int found = -1;
    int depth = 0;
    char quote = 0;
    for (int i = 0; i < s.length(); i++) {
      char c = s.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '(') {
        depth++;
      } else if (c == ')') {
        depth--;
      } else if (depth == 0 && s.startsWith(operator, i)) {
        found = i;
      }
    }
    return found;
  }

  /** The same of an operator between two values: what follows another one is a sign. */
  private static int binary(String s, String operator) {
    int at = last(s, operator);
    if (at < 0) {
      return -1;
    }
    String before = s.substring(0, at).strip();
    boolean isSign = before.isEmpty() || "+-*/".indexOf(before.charAt(before.length() - 1)) >= 0;
    return isSign ? -1 : at;
  }

  private static int closing(String s, int open) {
    int depth = 0;
    for (int i = open; i < s.length(); i++) {
      depth += s.charAt(i) == '(' ? 1 : 0;
      depth -= s.charAt(i) == ')' ? 1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }
}
