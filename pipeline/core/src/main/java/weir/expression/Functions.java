package weir.expression;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import weir.files.Suggestion;

/** Functions of texts. Each takes texts and looks at nothing else. */
final class Functions {
  /** A function of one text. */
  private interface OfOne {
    Part of(Part.OfText text);
  }

  /** A question about two texts. */
  private interface OfTwo {
    boolean holds(String text, String other);
  }

  private static final Map<String, OfOne> OF_ONE =
      new TreeMap<>(Map.of("lowerAscii", Functions::lowerAscii, "size", Functions::size));
  private static final Map<String, OfTwo> OF_TWO =
      new TreeMap<>(
          Map.of(
              "contains",
              String::contains,
              "endsWith",
              String::endsWith,
              "startsWith",
              String::startsWith));

  private Functions() {}

  /** A call as {@code text.name(arguments)}. */
  static Part of(Token name, Operand target, List<Operand> arguments)
      throws FaultyExpressionException {
    String taker = name.text() + "()";
    OfOne one = OF_ONE.get(name.text());
    if (one != null) {
      check(name, target, arguments, 0, "()");
      return one.of(target.text(taker));
    }
    OfTwo two = OF_TWO.get(name.text());
    if (two != null) {
      check(name, target, arguments, 1, "(\"part\")");
      return two(two, target.text(taker), arguments.get(0).text(taker));
    }
    throw unknown(name, target);
  }

  private static void check(
      Token name, Operand target, List<Operand> arguments, int wanted, String form)
      throws FaultyExpressionException {
    if (arguments.size() != wanted) {
      throw target
          .source()
          .fault(
              name.from(),
              "found " + arguments.size() + " values, expected text." + name.text() + form);
    }
  }

  private static FaultyExpressionException unknown(Token name, Operand target) {
    TreeMap<String, Object> all = new TreeMap<>(OF_ONE);
    all.putAll(OF_TWO);
    String suggestion = Suggestion.after(name.text(), all.keySet());
    return target
        .source()
        .fault(
            name.from(),
            "there is no function '"
                + name.text()
                + "' of a text"
                + (suggestion.isEmpty()
                    ? ", expected one of " + String.join(", ", all.keySet())
                    : suggestion));
  }

  private static Part two(OfTwo question, Part.OfText text, Part.OfText other) {
    return (Part.OfYesOrNo)
        values -> {
          String a = text.in(values);
          String b = a == null ? null : other.in(values);
          return a == null || b == null ? Answer.NONE : Answer.of(question.holds(a, b));
        };
  }

  /** How many characters of Unicode. */
  static Part size(Part.OfText text) {
    return (Part.OfNumber)
        values -> {
          String a = text.in(values);
          return a == null ? Double.NaN : a.codePointCount(0, a.length());
        };
  }

  private static Part lowerAscii(Part.OfText text) {
    return (Part.OfText)
        values -> {
          String a = text.in(values);
          return a == null ? null : lowerAscii(a);
        };
  }

  private static String lowerAscii(String text) {
    char[] all = text.toCharArray();
    for (int i = 0; i < all.length; i++) {
      if (all[i] >= 'A' && all[i] <= 'Z') {
        all[i] = (char) (all[i] + ('a' - 'A'));
      }
    }
    return new String(all);
  }
}
