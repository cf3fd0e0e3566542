package weir.expression;

import java.util.List;
import java.util.Map;

/** Walks through the words and signs of an expression. */
final class Cursor {
  /** What is written for a sign by those who think of another language. */
  private static final Map<String, String> MEANT =
      Map.of("and", "&&", "or", "||", "not", "!", "AND", "&&", "OR", "||", "NOT", "!");

  private final Source source;
  private final List<Token> tokens;
  private int next;

  Cursor(Source source) throws FaultyExpressionException {
    this.source = source;
    this.tokens = Tokens.of(source);
  }

  /** The next token, which stays the next. */
  Token peek() {
    return tokens.get(next);
  }

  /** The next token. The end stays the next. */
  Token take() {
    Token token = peek();
    if (token.kind() != Token.Kind.END) {
      next++;
    }
    return token;
  }

  /** Whether it is this sign or word, and was taken. */
  boolean takes(String text) {
    boolean is = peek().is(text);
    if (is) {
      next++;
    }
    return is;
  }

  void expect(String sign) throws FaultyExpressionException {
    if (!takes(sign)) {
      throw unexpected("'" + sign + "'");
    }
  }

  /** What was found and what should be there instead. */
  FaultyExpressionException unexpected(String expected) {
    Token found = peek();
    boolean end = found.kind() == Token.Kind.END;
    return source.fault(
        found.from(),
        "found "
            + (end ? "the end" : "'" + source.quote(found.from(), found.to()) + "'")
            + ", expected "
            + expected
            + meant(found));
  }

  /** The sign that was meant by a word, or nothing. */
  static String meant(Token word) {
    String sign = word.kind() == Token.Kind.NAME ? MEANT.get(word.text()) : null;
    return sign == null ? "" : "; did you mean " + sign + "?";
  }

  /** An operand from a place up to here. */
  Operand since(int from, Part part) {
    return new Operand(part, source, from, next == 0 ? from : tokens.get(next - 1).to());
  }
}
