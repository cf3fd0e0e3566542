package weir.expression;

/**
 * A word or a sign of an expression.
 *
 * @param text what it says; of a text, what is between its quotes
 * @param from where it begins in the source
 * @param to where it ends
 */
record Token(Kind kind, String text, int from, int to) {
  enum Kind {
    NUMBER,
    TEXT,
    NAME,
    SIGN,
    END
  }

  /** Whether it is this sign, or this word without quotes. */
  boolean is(String sign) {
    return (kind == Kind.SIGN || kind == Kind.NAME) && text.equals(sign);
  }

  boolean isOneOf(String... signs) {
    for (String sign : signs) {
      if (is(sign)) {
        return true;
      }
    }
    return false;
  }
}
