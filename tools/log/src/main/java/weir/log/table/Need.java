package weir.log.table;

/** What a field of a record needs of the cell that it is read from. */
enum Need {
  /** The text as it stands there. */
  TEXT,
  /** A number as text, exactly as it is written. */
  DECIMAL,
  /** A number that JSON writes as a number. */
  NUMBER,
  BOOL,
  /** A moment, which becomes epoch milliseconds. */
  TIME
}
