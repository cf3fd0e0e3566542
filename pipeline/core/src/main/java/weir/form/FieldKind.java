package weir.form;

/** What a field can hold. */
public enum FieldKind {
  TEXT,
  OPTIONAL_TEXT,
  TEXTS,
  /** Milliseconds since 1970. */
  TIME,
  NUMBER,
  /** One that fits into 32 bits. */
  SMALL_NUMBER,
  /** One with decimals, exactly as it was made. */
  DECIMAL
}
