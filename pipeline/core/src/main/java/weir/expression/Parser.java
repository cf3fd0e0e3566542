package weir.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import weir.files.Suggestion;

/** Reads an expression by the grammar of CEL, and checks the types of its parts. */
final class Parser {
  /** How deep parentheses, calls and choices may stand in each other. */
  static final int DEEPEST = 32;

  private final Source source;
  private final Cursor cursor;
  private final KnownNames names;
  private final Set<String> lists = new TreeSet<>();
  private final Lookups lookups;
  private int depth;

  private Parser(Source source, Scope scope) throws FaultyExpressionException {
    this.source = source;
    this.cursor = new Cursor(source);
    this.names = new KnownNames(source, scope);
    this.lookups = new Lookups(source, scope, lists);
  }

  /**
   * What became of an expression.
   *
   * @param names that it uses
   * @param rising those of which a greater value is as good: if it holds, it holds with any greater
   * @param lists that it asks
   */
  record Parsed(Operand whole, Set<String> names, Set<String> rising, Set<String> lists) {}

  static Parsed parse(Source source, Scope scope) throws FaultyExpressionException {
    Parser parser = new Parser(source, scope);
    Operand whole = parser.expression();
    if (parser.cursor.peek().kind() != Token.Kind.END) {
      throw parser.cursor.unexpected("an operator or the end");
    }
    return new Parsed(
        whole,
        Set.copyOf(parser.names.used()),
        Set.copyOf(parser.names.rising()),
        Set.copyOf(parser.lists));
  }

  private Operand expression() throws FaultyExpressionException {
    if (++depth > DEEPEST) {
      throw source.fault(cursor.peek().from(), "expressions are nested deeper than " + DEEPEST);
    }
    int use = names.uses();
    Operand first = any();
    if (cursor.takes("?")) {
      Operand then = any();
      cursor.expect(":");
      first = since(first, Operators.choice(first, then, expression()));
      names.isAskedOtherwise(use);
    }
    depth--;
    return first;
  }

  private Operand any() throws FaultyExpressionException {
    Operand first = all();
    if (!cursor.peek().is("||")) {
      return first;
    }
    List<Part.OfYesOrNo> operands = new ArrayList<>(List.of(first.yesOrNo("'||'")));
    while (cursor.takes("||")) {
      operands.add(all().yesOrNo("'||'"));
    }
    return since(first, Operators.or(operands));
  }

  private Operand all() throws FaultyExpressionException {
    Operand first = relation();
    if (!cursor.peek().is("&&")) {
      return first;
    }
    List<Part.OfYesOrNo> operands = new ArrayList<>(List.of(first.yesOrNo("'&&'")));
    while (cursor.takes("&&")) {
      operands.add(relation().yesOrNo("'&&'"));
    }
    return since(first, Operators.and(operands));
  }

  private Operand relation() throws FaultyExpressionException {
    int use = names.uses();
    Operand left = sum();
    while (true) {
      Token sign = cursor.peek();
      if (sign.isOneOf("==", "!=")) {
        cursor.take();
        left = since(left, Operators.equality(sign, left, sum()));
        names.isAskedOtherwise(use);
      } else if (sign.isOneOf("<", "<=")) {
        cursor.take();
        int ofRight = names.uses();
        Operand right = sum();
        names.isGreatEnough(ofRight, right);
        left = since(left, Operators.comparison(sign, left, right));
      } else if (sign.isOneOf(">", ">=")) {
        names.isGreatEnough(use, left);
        cursor.take();
        left = since(left, Operators.comparison(sign, left, sum()));
      } else if (cursor.takes("in")) {
        left = since(left, membership(left));
        names.isAskedOtherwise(use);
      } else {
        return left;
      }
    }
  }

  private Part membership(Operand member) throws FaultyExpressionException {
    if (cursor.takes("[")) {
      Token first = cursor.peek();
      List<Operand> others = values("]");
      if (others.isEmpty()) {
        throw source.fault(first.from(), "expected at least one value between [ and ]");
      }
      return Operators.in(member, others);
    }
    if (!cursor.takes("list")) {
      throw cursor.unexpected("list(\"name\") or [values] after 'in'");
    }
    cursor.expect("(");
    Part part = lookups.in(member, cursor.take());
    cursor.expect(")");
    return part;
  }

  private Operand sum() throws FaultyExpressionException {
    Operand left = product();
    while (cursor.peek().isOneOf("+", "-")) {
      left = since(left, Operators.arithmetic(cursor.take(), left, product()));
    }
    return left;
  }

  private Operand product() throws FaultyExpressionException {
    Operand left = unary();
    while (cursor.peek().isOneOf("*", "/", "%")) {
      left = since(left, Operators.arithmetic(cursor.take(), left, unary()));
    }
    return left;
  }

  /** Before a value stand signs of one kind only. */
  private Operand unary() throws FaultyExpressionException {
    Token sign = cursor.peek();
    if (!sign.isOneOf("!", "-")) {
      return member();
    }
    int use = names.uses();
    boolean odd = false;
    while (cursor.takes(sign.text())) {
      odd = !odd;
    }
    Operand operand = member();
    names.isAskedOtherwise(use);
    Part part = sign.is("-") ? Operators.negative(operand) : Operators.not(operand.yesOrNo("'!'"));
    return cursor.since(sign.from(), odd ? part : operand.part());
  }

  private Operand member() throws FaultyExpressionException {
    int use = names.uses();
    Operand target = primary();
    while (cursor.takes(".")) {
      Token name = cursor.take();
      if (name.kind() != Token.Kind.NAME || !cursor.takes("(")) {
        throw source.fault(name.from(), "expected a function such as startsWith(\"x\") after '.'");
      }
      target = since(target, Functions.of(name, target, values(")")));
      names.isAskedOtherwise(use);
    }
    return target;
  }

  private Operand primary() throws FaultyExpressionException {
    Token token = cursor.peek();
    if (cursor.takes("(")) {
      Operand inside = expression();
      cursor.expect(")");
      return cursor.since(token.from(), inside.part());
    }
    if (token.isOneOf("true", "false")) {
      return cursor.since(cursor.take().from(), Leaf.yesOrNo(token.is("true")));
    }
    return switch (token.kind()) {
      case NUMBER -> cursor.since(cursor.take().from(), Leaf.number(source, token));
      case TEXT -> cursor.since(cursor.take().from(), Leaf.text(token.text()));
      case NAME -> {
        cursor.take();
        int use = names.uses();
        Part part = cursor.takes("(") ? call(token) : names.use(token);
        names.isAskedOtherwise(use);
        yield cursor.since(token.from(), part);
      }
      case SIGN, END -> throw cursor.unexpected("a value");
    };
  }

  private Part call(Token name) throws FaultyExpressionException {
    return switch (name.text()) {
      case "has" -> {
        Token asked = cursor.take();
        if (asked.kind() != Token.Kind.NAME || !cursor.takes(")")) {
          throw source.fault(asked.from(), "expected one name, such as has(city)");
        }
        yield Leaf.has(names.use(asked));
      }
      case "value" -> {
        Token list = cursor.take();
        cursor.expect(",");
        Operand member = expression();
        cursor.expect(",");
        Operand otherwise = expression();
        cursor.expect(")");
        yield lookups.value(list, member, otherwise);
      }
      case "size" -> {
        List<Operand> texts = values(")");
        if (texts.size() != 1) {
          throw source.fault(name.from(), "expected one text, such as size(city)");
        }
        yield Functions.size(texts.get(0).text("size()"));
      }
      case "list" -> throw source.fault(name.from(), "list(\"name\") stands after 'in' only");
      default ->
          throw source.fault(
              name.from(),
              "there is no function '"
                  + name.text()
                  + "'"
                  + Suggestion.after(name.text(), Set.of("has", "value", "size", "list")));
    };
  }

  /** Values with commas between them, up to a bracket. */
  private List<Operand> values(String close) throws FaultyExpressionException {
    List<Operand> values = new ArrayList<>();
    if (cursor.takes(close)) {
      return values;
    }
    do {
      values.add(expression());
    } while (cursor.takes(","));
    cursor.expect(close);
    return values;
  }

  private Operand since(Operand first, Part part) {
    return cursor.since(first.from(), part);
  }
}
