package weir.layer;

import java.util.List;
import java.util.Locale;
import weir.form.AlertFields;
import weir.form.VerdictFields;

/**
 * A kind of files of a lake: where they are, what their rows are made of, which rows are about the
 * same, and which of these stands.
 */
public enum LakeLayer {
  /** Every record as it was read. */
  BRONZE("bronze"),
  /** Accepted transactions with what the rules make of them. */
  SILVER("silver"),
  /** Gold: alerts, with when and by which engine they were found. */
  ALERTS("gold/alerts"),
  /** Only jobs that judge a whole lake write them there. */
  DEAD_LETTERS("dead-letters");

  private static final List<Column> VERDICT = Column.of(VerdictFields.all());

  private static final List<Column> ALERT =
      Column.joined(
          Column.of(AlertFields.all()),
          List.of(
              Column.of(51, "detected_at", Column.Type.TIME),
              Column.of(52, "engine", Column.Type.TEXT)));

  private final String folder;

  LakeLayer(String folder) {
    this.folder = folder;
  }

  /** What queries call it. */
  public String table() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Its folder inside the lake. */
  public String folder() {
    return folder;
  }

  /**
   * Its columns, in their order. Behind them silver has those of declared fields, as far as a file
   * has them ({@link DeclaredColumns}).
   */
  public List<Column> columns() {
    return switch (this) {
      case BRONZE -> RecordColumns.RECORD;
      case SILVER -> VERDICT;
      case ALERTS -> ALERT;
      case DEAD_LETTERS -> RecordColumns.DEAD_LETTER;
    };
  }

  /**
   * The column by whose hour a row is put into a folder. The event time of a total grows with what
   * is seen; all rows of an alert stay in one folder.
   */
  public String time() {
    return switch (this) {
      case BRONZE, DEAD_LETTERS -> RecordColumns.LOG_TIME;
      case SILVER -> "event_time";
      case ALERTS -> "window_end";
    };
  }

  /** The columns that say what a row is about. */
  public List<String> same() {
    return switch (this) {
      case BRONZE, DEAD_LETTERS -> RecordColumns.PLACE;
      case SILVER -> List.of("user_id", "event_time", "transaction_id");
      case ALERTS -> List.of("alert_id");
    };
  }

  /** The column by which one of several rows about the same stands: the greatest. */
  public String greatest() {
    return switch (this) {
      case BRONZE, DEAD_LETTERS -> RecordColumns.LOG_TIME;
      case SILVER, ALERTS -> "seen";
    };
  }
}
