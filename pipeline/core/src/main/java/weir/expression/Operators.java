package weir.expression;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands between values. Without an answer from what it needs an operator has none. */
final class Operators {
  /** How long a text may become when others are joined. */
  static final int MOST_JOINED = 4096;

  private Operators() {}

  static Part arithmetic(Token sign, Operand left, Operand right) throws FaultyExpressionException {
    String taker = "'" + sign.text() + "'";
    if (sign.is("+")
        && left.part() instanceof Part.OfText a
        && right.part() instanceof Part.OfText b) {
      return joined(a, b);
    }
    if (left.type() != Type.NUMBER || right.type() != Type.NUMBER) {
      throw left.source()
          .fault(
              sign.from(),
              taker
                  + (sign.is("+") ? " needs two numbers or two texts" : " needs two numbers")
                  + but(left, right));
    }
    Part.OfNumber a = left.number(taker);
    Part.OfNumber b = right.number(taker);
    return switch (sign.text()) {
      case "+" -> (Part.OfNumber) values -> Part.finite(a.in(values) + b.in(values));
      case "-" -> (Part.OfNumber) values -> Part.finite(a.in(values) - b.in(values));
      case "*" -> (Part.OfNumber) values -> Part.finite(a.in(values) * b.in(values));
      case "/" -> (Part.OfNumber) values -> Part.finite(a.in(values) / b.in(values));
      case "%" -> (Part.OfNumber) values -> Part.finite(a.in(values) % b.in(values));
      default -> throw new IllegalArgumentException(sign.text());
    };
  }

  private static Part.OfText joined(Part.OfText left, Part.OfText right) {
    return values -> {
      String a = left.in(values);
      String b = a == null ? null : right.in(values);
      return a == null || b == null || a.length() + b.length() > MOST_JOINED ? null : a + b;
    };
  }

  static Part.OfNumber negative(Operand operand) throws FaultyExpressionException {
    Part.OfNumber number = operand.number("'-'");
    return values -> -number.in(values);
  }

  static Part.OfYesOrNo comparison(Token sign, Operand left, Operand right)
      throws FaultyExpressionException {
    String taker = "'" + sign.text() + "'";
    if (left.type() != Type.NUMBER || right.type() != Type.NUMBER) {
      throw left.source().fault(sign.from(), taker + " compares two numbers" + but(left, right));
    }
    Part.OfNumber a = left.number(taker);
    Part.OfNumber b = right.number(taker);
    return switch (sign.text()) {
      case "<" -> numbers(a, b, (x, y) -> x < y);
      case "<=" -> numbers(a, b, (x, y) -> x <= y);
      case ">" -> numbers(a, b, (x, y) -> x > y);
      case ">=" -> numbers(a, b, (x, y) -> x >= y);
      default -> throw new IllegalArgumentException(sign.text());
    };
  }

  static Part.OfYesOrNo equality(Token sign, Operand left, Operand right)
      throws FaultyExpressionException {
    if (left.type() != right.type()) {
      throw left.source()
          .fault(
              sign.from(),
              "'" + sign.text() + "' compares two values of one type" + but(left, right));
    }
    Part a = left.part();
    Part b = right.part();
    Part.OfYesOrNo equal =
        values -> {
          Object x = a.value(values);
          Object y = x == null ? null : b.value(values);
          return x == null || y == null ? Answer.NONE : Answer.of(same(x, y));
        };
    return sign.is("==") ? equal : not(equal);
  }

  /** Whether the first is one of the others. */
  static Part.OfYesOrNo in(Operand left, List<Operand> others) throws FaultyExpressionException {
    for (Operand each : others) {
      if (left.type() != each.type()) {
        throw left.source()
            .fault(each.from(), "'in' looks for values of one type" + but(left, each));
      }
    }
    Part sought = left.part();
    Part[] all = others.stream().map(Operand::part).toArray(Part[]::new);
    return values -> {
      Object x = sought.value(values);
      if (x == null) {
        return Answer.NONE;
      }
      Answer answer = Answer.NO;
      for (Part each : all) {
        Object y = each.value(values);
        if (y == null) {
          answer = Answer.NONE;
        } else if (same(x, y)) {
          return Answer.YES;
        }
      }
      return answer;
    };
  }

  /** Zero and minus zero are the same. */
  private static boolean same(Object one, Object other) {
    return (one instanceof Double x && other instanceof Double y)
        ? x.doubleValue() == y.doubleValue()
        : one.equals(other);
  }

  private interface Comparison {
    boolean holds(double left, double right);
  }

  private static Part.OfYesOrNo numbers(Part.OfNumber a, Part.OfNumber b, Comparison comparison) {
    return values -> {
      double x = a.in(values);
      double y = Double.isNaN(x) ? x : b.in(values);
      return Double.isNaN(y) ? Answer.NONE : Answer.of(comparison.holds(x, y));
    };
  }

  static Part.OfYesOrNo not(Part.OfYesOrNo operand) {
    return values -> operand.in(values).not();
  }

  /** Holds if all do. One that does not is enough, whether or not the others have an answer. */
  static Part.OfYesOrNo and(List<Part.OfYesOrNo> operands) {
    return until(Answer.NO, operands);
  }

  /** Holds if any does, whether or not the others have an answer. */
  static Part.OfYesOrNo or(List<Part.OfYesOrNo> operands) {
    return until(Answer.YES, operands);
  }

  /** The first of this answer decides; otherwise every operand has to have one. */
  private static Part.OfYesOrNo until(Answer decisive, List<Part.OfYesOrNo> operands) {
    Part.OfYesOrNo[] all = operands.toArray(new Part.OfYesOrNo[0]);
    return values -> {
      Answer answer = decisive.not();
      for (Part.OfYesOrNo each : all) {
        Answer one = each.in(values);
        if (one == decisive) {
          return one;
        }
        if (one == Answer.NONE) {
          answer = one;
        }
      }
      return answer;
    };
  }

  /** One of two by a condition. */
  static Part choice(Operand condition, Operand then, Operand otherwise)
      throws FaultyExpressionException {
    Part.OfYesOrNo asked = condition.yesOrNo("the condition before '?'");
    if (then.part() instanceof Part.OfNumber a && otherwise.part() instanceof Part.OfNumber b) {
      return (Part.OfNumber)
          values -> {
            Part.OfNumber chosen = chosen(asked, a, b, values);
            return chosen == null ? Double.NaN : chosen.in(values);
          };
    }
    if (then.part() instanceof Part.OfText a && otherwise.part() instanceof Part.OfText b) {
      return (Part.OfText)
          values -> {
            Part.OfText chosen = chosen(asked, a, b, values);
            return chosen == null ? null : chosen.in(values);
          };
    }
    if (then.part() instanceof Part.OfYesOrNo a && otherwise.part() instanceof Part.OfYesOrNo b) {
      return (Part.OfYesOrNo)
          values -> {
            Part.OfYesOrNo chosen = chosen(asked, a, b, values);
            return chosen == null ? Answer.NONE : chosen.in(values);
          };
    }
    throw then.source()
        .fault(otherwise.from(), "both sides of ':' must be of one type" + but(then, otherwise));
  }

  private static <P extends Part> @Nullable P chosen(
      Part.OfYesOrNo asked, P then, P otherwise, Values values) {
    return switch (asked.in(values)) {
      case YES -> then;
      case NO -> otherwise;
      case NONE -> null;
    };
  }

  private static String but(Operand left, Operand right) {
    return ", but " + left.inWords() + " and " + right.inWords();
  }
}
