package weir.expression;

/** What is wrong with an expression, in one sentence, and where. */
public final class FaultyExpressionException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int offset;
  private final int line;
  private final int column;

  FaultyExpressionException(String text, int offset, String sentence) {
    super(sentence);
    String before = text.substring(0, offset);
    this.offset = offset;
    this.line = 1 + (int) before.chars().filter(c -> c == '\n').count();
    this.column = offset - before.lastIndexOf('\n');
  }

  /** How many characters of UTF-16 stand before it in the text. */
  public int offset() {
    return offset;
  }

  /** In the text, counted from one. */
  public int line() {
    return line;
  }

  /** In the line, counted from one. */
  public int column() {
    return column;
  }
}
