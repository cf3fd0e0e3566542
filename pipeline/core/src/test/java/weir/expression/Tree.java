package weir.expression;

import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A random expression that is evaluated naively, and written for Weir and for Google's CEL. In the
 * latter a number is a double, so whole numbers get a point.
 */
final class Tree {
  private static final List<String> NUMBERS = List.of("amount", "mean_30d", "count_30d");
  private static final List<String> TEXTS = List.of("userId", "merchantId");
  private static final List<String> YES_OR_NOS = List.of("abroad", "maybe");
  private static final int LEAF = 9;

  private final Type type;
  private final String operator;
  private final List<Tree> parts;

  private Tree(Type type, String operator, Tree... parts) {
    this.type = type;
    this.operator = operator;
    this.parts = List.of(parts);
  }

  static Tree random(Random random, Type type, int depth) {
    if (depth == 0 || random.nextInt(6) == 0) {
      return leaf(random, type);
    }
    return switch (type) {
      case NUMBER ->
          switch (random.nextInt(7)) {
            case 0 -> new Tree(type, "neg", random(random, type, depth - 1));
            case 1 -> choice(random, type, depth);
            case 2 -> new Tree(type, "size", random(random, Type.TEXT, depth - 1));
            default -> two(random, type, one(random, "+", "-", "*", "/"), type, depth);
          };
      case TEXT ->
          random.nextInt(3) == 0
              ? choice(random, type, depth)
              : two(random, type, "+", type, depth);
      case YES_OR_NO ->
          switch (random.nextInt(9)) {
            case 0 -> new Tree(type, "!", random(random, type, depth - 1));
            case 1 -> choice(random, type, depth);
            case 2 -> two(random, type, one(random, "==", "!="), Type.TEXT, depth);
            case 3 -> {
              String question = one(random, "startsWith", "endsWith", "contains");
              yield two(random, type, question, Type.TEXT, depth);
            }
            case 4 -> two(random, type, one(random, "==", "!="), type, depth);
            case 5, 6 -> two(random, type, one(random, "&&", "||"), type, depth);
            default -> {
              String comparison = one(random, "<", "<=", ">", ">=", "==", "!=");
              yield two(random, type, comparison, Type.NUMBER, depth);
            }
          };
    };
  }

  private static Tree leaf(Random random, Type type) {
    return switch (type) {
      case NUMBER ->
          random.nextBoolean()
              ? new Tree(type, one(random, NUMBERS.toArray(String[]::new)))
              : new Tree(type, one(random, "0", "1", "2", "5", "7", "0.5", "10.25", "1e3"));
      case TEXT ->
          random.nextBoolean()
              ? new Tree(type, one(random, TEXTS.toArray(String[]::new)))
              : new Tree(type, one(random, "'a'", "\"user\"", "'-7'", "''", "'é😀'"));
      case YES_OR_NO ->
          random.nextBoolean()
              ? new Tree(type, one(random, YES_OR_NOS.toArray(String[]::new)))
              : new Tree(type, one(random, "true", "false"));
    };
  }

  private static Tree two(Random random, Type type, String operator, Type of, int depth) {
    return new Tree(type, operator, random(random, of, depth - 1), random(random, of, depth - 1));
  }

  private static Tree choice(Random random, Type type, int depth) {
    return new Tree(
        type,
        "?",
        random(random, Type.YES_OR_NO, depth - 1),
        random(random, type, depth - 1),
        random(random, type, depth - 1));
  }

  private static String one(Random random, String... of) {
    return of[random.nextInt(of.length)];
  }

  /** What it gives: a Double that may be infinite, a String, a Boolean, or null for no answer. */
  @Nullable Object value(Given given) {
    if (parts.isEmpty()) {
      return leafValue(given);
    }
    Object a = parts.get(0).value(given);
    if (operator.equals("?")) {
      return a == null ? null : parts.get(a.equals(true) ? 1 : 2).value(given);
    }
    Object b = parts.size() > 1 ? parts.get(1).value(given) : a;
    if (operator.equals("&&") || operator.equals("||")) {
      Object decisive = operator.equals("||");
      return decisive.equals(a) || decisive.equals(b)
          ? decisive
          : a == null || b == null ? null : (Object) !decisive.equals(true);
    }
    if (a == null || b == null) {
      return null;
    }
    return operate(a, b);
  }

  private @Nullable Object operate(Object a, Object b) {
    return switch (operator) {
      case "!" -> !a.equals(true);
      case "neg" -> -(double) a;
      case "size" -> (double) a.toString().codePoints().count();
      case "+" -> type == Type.TEXT ? a + (String) b : finite((double) a + (double) b);
      case "-" -> finite((double) a - (double) b);
      case "*" -> finite((double) a * (double) b);
      case "/" -> finite((double) a / (double) b);
      case "<" -> (double) a < (double) b;
      case "<=" -> (double) a <= (double) b;
      case ">" -> (double) a > (double) b;
      case ">=" -> (double) a >= (double) b;
      case "==" -> a instanceof Double ? (double) a == (double) b : a.equals(b);
      case "!=" -> a instanceof Double ? (double) a != (double) b : !a.equals(b);
      case "startsWith" -> ((String) a).startsWith((String) b);
      case "endsWith" -> ((String) a).endsWith((String) b);
      case "contains" -> ((String) a).contains((String) b);
      default -> throw new AssertionError(operator);
    };
  }

  private static @Nullable Object finite(double number) {
    return Double.isNaN(number) || Double.isInfinite(number) ? null : (Object) number;
  }

  private @Nullable Object leafValue(Given given) {
    char first = operator.charAt(0);
    if (first == '\'' || first == '"') {
      return operator.substring(1, operator.length() - 1);
    }
    if (Character.isDigit(first)) {
      return Double.valueOf(operator);
    }
    if (operator.equals("true") || operator.equals("false")) {
      return operator.equals("true");
    }
    Object value = given.value(operator);
    return value instanceof Number number ? (Object) number.doubleValue() : value;
  }

  /** Whether a division by zero or the like may happen, for which CEL has infinite numbers. */
  boolean isFinite(Given given) {
    for (Tree part : parts) {
      if (!part.isFinite(given)) {
        return false;
      }
    }
    boolean computed = type == Type.NUMBER && List.of("+", "-", "*", "/").contains(operator);
    return !computed
        || value(given) != null
        || parts.stream().anyMatch(part -> part.value(given) == null);
  }

  /** As an analyst writes it, with no more parentheses than it takes. */
  String forWeir() {
    return text(false);
  }

  String forCel() {
    return text(true);
  }

  private String text(boolean cel) {
    if (parts.isEmpty()) {
      boolean whole = operator.matches("[0-9]+");
      return cel && whole ? operator + ".0" : operator;
    }
    String a = parts.get(0).text(cel);
    return switch (operator) {
      case "!", "neg" -> (operator.equals("!") ? "!" : "-") + inside(0, LEAF, cel);
      case "size" -> cel ? "double(size(" + a + "))" : "size(" + a + ")";
      case "startsWith", "endsWith", "contains" ->
          inside(0, LEAF, cel) + "." + operator + "(" + parts.get(1).text(cel) + ")";
      case "?" -> inside(0, 2, cel) + " ? " + inside(1, 2, cel) + " : " + inside(2, 1, cel);
      default -> inside(0, binds(), cel) + " " + operator + " " + inside(1, binds() + 1, cel);
    };
  }

  private String inside(int part, int atLeast, boolean cel) {
    Tree tree = parts.get(part);
    String text = tree.text(cel);
    return tree.binds() >= atLeast ? text : "(" + text + ")";
  }

  /** How strongly, as CEL's grammar says. */
  private int binds() {
    return switch (operator) {
      case "?" -> 1;
      case "||" -> 2;
      case "&&" -> 3;
      case "<", "<=", ">", ">=", "==", "!=" -> 4;
      case "+", "-" -> 5;
      case "*", "/" -> 6;
      case "!", "neg" -> 7;
      default -> LEAF;
    };
  }
}
