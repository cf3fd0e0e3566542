package weir.expression;

import weir.model.Printable;

/** Where an expression stands: a whole text, or what is between the braces of one. */
record Source(String text, int from, int to) {
  /** How many characters of UTF-16 a text may have. */
  static final int MOST_CHARACTERS = 2000;

  private static final int MOST_QUOTED = 40;

  /** A whole text. */
  static Source of(String text) throws FaultyExpressionException {
    if (text.length() > MOST_CHARACTERS) {
      throw new FaultyExpressionException(
          text,
          MOST_CHARACTERS,
          "found " + text.length() + " characters, expected at most " + MOST_CHARACTERS);
    }
    return new Source(text, 0, text.length());
  }

  Source part(int from, int to) {
    return new Source(text, from, to);
  }

  String expression() {
    return text.substring(from, to);
  }

  FaultyExpressionException fault(int at, String sentence) {
    return new FaultyExpressionException(text, at, sentence);
  }

  /** What stands there, in a length that suits a sentence. */
  String quote(int from, int to) {
    if (to - from <= MOST_QUOTED) {
      return Printable.text(text.substring(from, to));
    }
    int half = MOST_QUOTED / 2;
    return Printable.text(text.substring(from, from + half) + "…" + text.substring(to - half, to));
  }
}
