package weir.model;

/** The headers of records in which answers are written. */
public final class HeaderNames {
  /** When an alert was found: no function of the log, so no field of the alert. */
  public static final String DETECTED_AT = "weir-detected-at";

  /** By which engine it was found. */
  public static final String ENGINE = "weir-engine";

  /** The rules that fired on a transaction, each as id and version, separated by commas. */
  public static final String RULES = "weir-rules";

  public static final String SEVERITY = "weir-severity";

  /** How many transactions the verdict knows of: of two on one transaction the greater counts. */
  public static final String SEEN = "weir-seen";

  /** The number of the book by which the transaction was judged. */
  public static final String BOOK = "weir-book";

  /** What a model gave the transaction, from 0 to 1000. */
  public static final String SCORE = "weir-score";

  /** Present where the transaction was written before, with another verdict. */
  public static final String REVISED = "weir-revised";

  private HeaderNames() {}
}
