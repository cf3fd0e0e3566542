package weir.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import weir.model.Printable;

/** Cuts an expression into words and signs. */
final class Tokens {
  /** How many an expression may have. Evaluating it takes no more steps. */
  static final int MOST = 500;

  /** No sign stands before one that begins with it. */
  private static final List<String> SIGNS =
      List.of(
          "&&", "||", "==", "!=", "<=", ">=", "<", ">", "+", "-", "*", "/", "%", "!", "?", ":", "(",
          ")", "[", "]", ",", ".");

  /** What is written for a sign by those who think of another language. */
  private static final Map<Integer, String> MEANT =
      Map.of(
          (int) '=', "write == to compare",
          (int) '&', "write && for 'and'",
          (int) '|', "write || for 'or'");

  private static final String HEX = "0123456789abcdef";
  private static final int HEX_DIGITS = 4;

  private final Source source;
  private final String text;
  private final List<Token> found = new ArrayList<>();
  private int at;

  private Tokens(Source source) {
    this.source = source;
    this.text = source.text();
    this.at = source.from();
  }

  /** The last one is the end. */
  static List<Token> of(Source source) throws FaultyExpressionException {
    return new Tokens(source).all();
  }

  private List<Token> all() throws FaultyExpressionException {
    while (at < source.to()) {
      char c = text.charAt(at);
      if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
        at++;
        continue;
      }
      if (found.size() == MOST) {
        throw source.fault(at, "the expression has more than " + MOST + " words and signs");
      }
      if (isDigit(c)) {
        number();
      } else if (isLetter(c)) {
        name();
      } else if (c == '"' || c == '\'') {
        quoted(c);
      } else {
        sign();
      }
    }
    found.add(new Token(Token.Kind.END, "", source.to(), source.to()));
    return found;
  }

  private void number() throws FaultyExpressionException {
    int from = at;
    skipDigits();
    if (peek(0) == '.' && isDigit(peek(1))) {
      at++;
      skipDigits();
    }
    if (peek(0) == 'e' || peek(0) == 'E') {
      at += peek(1) == '+' || peek(1) == '-' ? 2 : 1;
      if (!isDigit(peek(0))) {
        throw notANumber(from);
      }
      skipDigits();
    }
    if (isLetter(peek(0))) {
      throw notANumber(from);
    }
    add(Token.Kind.NUMBER, text.substring(from, at), from);
  }

  private FaultyExpressionException notANumber(int from) {
    while (isLetter(peek(0)) || isDigit(peek(0))) {
      at++;
    }
    return source.fault(
        from, "found '" + source.quote(from, at) + "', expected a number such as 5 or 0.25");
  }

  private void name() throws FaultyExpressionException {
    int from = at;
    while (isLetter(peek(0)) || isDigit(peek(0))) {
      at++;
    }
    if (at - from > Scope.MOST_LETTERS) {
      throw source.fault(from, "a name has at most " + Scope.MOST_LETTERS + " letters");
    }
    if (peek(0) == '"' || peek(0) == '\'') {
      throw source.fault(from, "found a letter before a quote; a text is written \"like this\"");
    }
    add(Token.Kind.NAME, text.substring(from, at), from);
  }

  private void quoted(char quote) throws FaultyExpressionException {
    int from = at;
    StringBuilder content = new StringBuilder();
    at++;
    while (peek(0) != quote) {
      if (at == source.to() || peek(0) == '\n' || peek(0) == '\r') {
        throw source.fault(from, "a text begins here and does not end in this line");
      }
      content.append(peek(0) == '\\' ? escaped() : peek(0));
      at++;
    }
    at++;
    String said = content.toString();
    if (said.isEmpty() && peek(0) == quote) {
      throw source.fault(from, "found three quotes; a text stands between one and one");
    }
    if (said.codePoints()
        .anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
      throw source.fault(from, "the text has half a character");
    }
    add(Token.Kind.TEXT, said, from);
  }

  /** Ends at the last character of what stands for one. */
  private char escaped() throws FaultyExpressionException {
    at++;
    char c = peek(0);
    return switch (c) {
      case '\\', '"', '\'' -> c;
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      case 'u' -> byCode();
      default ->
          throw source.fault(
              at - 1, "after \\ expected \\, a quote, n, t, r or u; write \\\\ for one \\");
    };
  }

  private char byCode() throws FaultyExpressionException {
    int from = at - 1;
    int code = 0;
    for (int i = 0; i < HEX_DIGITS; i++) {
      at++;
      int digit = HEX.indexOf(Character.toLowerCase(peek(0)));
      if (digit < 0) {
        throw source.fault(from, "expected four digits of 0 to 9 and a to f after \\u");
      }
      code = code * HEX.length() + digit;
    }
    if (Character.isSurrogate((char) code)) {
      throw source.fault(from, "\\u says half a character; write the character itself");
    }
    return (char) code;
  }

  private void sign() throws FaultyExpressionException {
    for (String sign : SIGNS) {
      if (text.startsWith(sign, at) && at + sign.length() <= source.to()) {
        at += sign.length();
        add(Token.Kind.SIGN, sign, at - sign.length());
        return;
      }
    }
    int c = text.codePointAt(at);
    throw source.fault(
        at,
        String.format(Locale.ROOT, "'%s' (U+%04X) ", Printable.text(Character.toString(c)), c)
            + "has no meaning here; "
            + MEANT.getOrDefault(
                c, "names are of the letters a to z, digits and _, and texts stand in quotes"));
  }

  private void add(Token.Kind kind, String says, int from) {
    found.add(new Token(kind, says, from, at));
  }

  private void skipDigits() {
    while (isDigit(peek(0))) {
      at++;
    }
  }

  /** NUL at the end. */
  private char peek(int ahead) {
    return at + ahead < source.to() ? text.charAt(at + ahead) : 0;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
  }
}
