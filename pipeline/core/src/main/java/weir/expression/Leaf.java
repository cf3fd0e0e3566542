package weir.expression;

import java.math.BigDecimal;

/** Parts that have no parts: names and what is written out. */
final class Leaf {
  /** Up to here a double tells every whole number from the next. */
  private static final BigDecimal MOST_EXACT = BigDecimal.valueOf(9_007_199_254_740_992L);

  private Leaf() {}

  static Part name(String name, Type type) {
    return switch (type) {
      case NUMBER ->
          (Part.OfNumber)
              values ->
                  values.value(name) instanceof Number number
                      ? Part.finite(number.doubleValue())
                      : Double.NaN;
      case TEXT -> (Part.OfText) values -> values.value(name) instanceof String text ? text : null;
      case YES_OR_NO ->
          (Part.OfYesOrNo)
              values -> values.value(name) instanceof Boolean yes ? Answer.of(yes) : Answer.NONE;
    };
  }

  /** Whether a name has a value; that itself has always an answer. */
  static Part.OfYesOrNo has(Part name) {
    return values -> Answer.of(name.value(values) != null);
  }

  static Part.OfText text(String text) {
    return values -> text;
  }

  static Part.OfYesOrNo yesOrNo(boolean yes) {
    Answer answer = Answer.of(yes);
    return values -> answer;
  }

  static Part.OfNumber number(Source source, Token written) throws FaultyExpressionException {
    String digits = written.text();
    double number = Double.parseDouble(digits);
    boolean whole = digits.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!Double.isFinite(number) || (whole && new BigDecimal(digits).compareTo(MOST_EXACT) > 0)) {
      throw source.fault(
          written.from(),
          "the number "
              + source.quote(written.from(), written.to())
              + " is too large; whole numbers go up to "
              + MOST_EXACT);
    }
    return values -> number;
  }
}
