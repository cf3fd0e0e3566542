package weir.form;

/** What a field can hold. */
public enum FieldKind {
  TEXT,
  OPTIONAL_TEXT,
  /** The text of a JSON object. */
  OPTIONAL_JSON,
  TEXTS,
  /** Texts that are not empty and have no comma, such as ids of rules. */
  NAMES,
  /** Milliseconds since 1970. */
  TIME,
  NUMBER,
  /** One that fits into 32 bits. */
  SMALL_NUMBER,
  OPTIONAL_SMALL_NUMBER,
  /** One with decimals, exactly as it was made. */
  OPTIONAL_DECIMAL,
  /** An amount in whole minor units; the currency is a field of its own. */
  MONEY,
  OPTIONAL_REAL,
  /** One that is absent exactly when the field before it is. */
  REAL_BESIDE,
  TRUTH
}
