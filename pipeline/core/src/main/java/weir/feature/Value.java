package weir.feature;

/** What a feature says of a transaction. */
public sealed interface Value {

  /** The types that features have, whatever the transaction. */
  enum Type {
    WHOLE,
    REAL,
    TEXT
  }

  Type type();

  record Whole(long number) implements Value {
    @Override
    public Type type() {
      return Type.WHOLE;
    }
  }

  record Real(double number) implements Value {
    @Override
    public Type type() {
      return Type.REAL;
    }
  }

  record Text(String text) implements Value {
    @Override
    public Type type() {
      return Type.TEXT;
    }
  }
}
