package weir.expression;

/** What kind of value a name or an expression has. There is one kind of number. */
public enum Type {
  NUMBER("a number"),
  TEXT("a text"),
  YES_OR_NO("yes or no");

  private final String inWords;

  Type(String inWords) {
    this.inWords = inWords;
  }

  @Override
  public String toString() {
    return inWords;
  }
}
