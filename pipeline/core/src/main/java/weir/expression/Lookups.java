package weir.expression;

import java.math.BigDecimal;
import java.util.Set;
import weir.filter.ListName;

/** Questions that lists answer. */
final class Lookups {
  private final Source source;
  private final Scope scope;
  private final Set<String> asked;

  /**
   * For one expression.
   *
   * @param asked to which the names of the lists are added that it asks
   */
  Lookups(Source source, Scope scope, Set<String> asked) {
    this.source = source;
    this.scope = scope;
    this.asked = asked;
  }

  /** Whether an id is in a list. */
  Part.OfYesOrNo in(Operand member, Token list) throws FaultyExpressionException {
    String name = name(list);
    Part.OfText id = member.text("a list");
    return values -> {
      String one = id.in(values);
      return one == null ? Answer.NONE : Answer.of(values.isIn(name, one));
    };
  }

  /** The value of an id in a list, or another one. */
  Part.OfNumber value(Token list, Operand member, Operand otherwise)
      throws FaultyExpressionException {
    String name = name(list);
    Part.OfText id = member.text("value()");
    Part.OfNumber other = otherwise.number("value()");
    return values -> {
      String one = id.in(values);
      if (one == null) {
        return Double.NaN;
      }
      BigDecimal value = values.listValue(name, one);
      return value == null ? other.in(values) : Part.finite(value.doubleValue());
    };
  }

  private String name(Token list) throws FaultyExpressionException {
    if (!scope.lists()) {
      throw source.fault(list.from(), "lists cannot be asked here");
    }
    if (list.kind() != Token.Kind.TEXT) {
      throw source.fault(
          list.from(), "expected the name of a list in quotes, such as \"risky-shops\"");
    }
    if (!ListName.isOne(list.text())) {
      throw source.fault(
          list.from(),
          "found "
              + source.quote(list.from(), list.to())
              + ", expected the name of a list: "
              + ListName.FORM);
    }
    asked.add(list.text());
    return list.text();
  }
}
