package weir.form;

import static weir.form.FieldKind.NUMBER;
import static weir.form.FieldKind.OPTIONAL_DECIMAL;
import static weir.form.FieldKind.OPTIONAL_JSON;
import static weir.form.FieldKind.OPTIONAL_TEXT;
import static weir.form.FieldKind.SMALL_NUMBER;
import static weir.form.FieldKind.TEXT;
import static weir.form.FieldKind.TEXTS;
import static weir.form.FieldKind.TIME;

import java.util.List;
import weir.model.Alert;
import weir.model.Severity;

/**
 * The one description of an alert. Its JSON, its binary form, its row in a table and its row in a
 * file follow from it, in this order.
 */
public final class AlertFields {
  private static final Field ID = new Field(1, "alertId", "alert_id", TEXT);
  private static final Field STATUS = new Field(2, "status", "status", TEXT);
  private static final Field RULE = new Field(3, "rule", "rule_id", TEXT);
  private static final Field RULE_VERSION =
      new Field(4, "ruleVersion", "rule_version", SMALL_NUMBER);
  private static final Field BOOK = new Field(5, "book", "book", SMALL_NUMBER);
  private static final Field MODE = new Field(6, "mode", "mode", TEXT);
  private static final Field SEVERITY = new Field(7, "severity", "severity", TEXT);
  private static final Field USER = new Field(8, "userId", "user_id", TEXT);
  private static final Field TRANSACTION =
      new Field(9, "transactionId", "transaction_id", OPTIONAL_TEXT);
  private static final Field EVENT_TIME = new Field(10, "eventTime", "event_time", TIME);
  private static final Field WINDOW_START = new Field(11, "windowStart", "window_start", TIME);
  private static final Field WINDOW_END = new Field(12, "windowEnd", "window_end", TIME);
  private static final Field SEEN = new Field(13, "seen", "seen", NUMBER);
  private static final Field OBSERVED = new Field(14, "observed", "observed", OPTIONAL_DECIMAL);
  private static final Field LIMIT = new Field(15, "limit", "alert_limit", OPTIONAL_DECIMAL);
  private static final Field UNIT = new Field(16, "unit", "unit", OPTIONAL_TEXT);
  private static final Field VALUES = new Field(17, "values", "feature_values", OPTIONAL_JSON);
  private static final Field BY = new Field(18, "by", "judged_by", OPTIONAL_JSON);
  private static final Field EVIDENCE = new Field(19, "evidence", "evidence", TEXTS);
  private static final Field EVIDENCE_COUNT =
      new Field(21, "evidenceCount", "evidence_count", NUMBER);
  private static final Field REASON = new Field(22, "reason", "reason", TEXT);

  private static final List<Field> ALL =
      List.of(
          ID,
          STATUS,
          RULE,
          RULE_VERSION,
          BOOK,
          MODE,
          SEVERITY,
          USER,
          TRANSACTION,
          EVENT_TIME,
          WINDOW_START,
          WINDOW_END,
          SEEN,
          OBSERVED,
          LIMIT,
          UNIT,
          VALUES,
          BY,
          EVIDENCE,
          EVIDENCE_COUNT,
          REASON);

  private AlertFields() {}

  /** All of them, in their order. */
  public static List<Field> all() {
    return ALL;
  }

  /** Hands on the value of every field, in their order. */
  public static <X extends Exception> void write(Alert alert, FieldWriter<X> to) throws X {
    to.text(ID, alert.id());
    to.text(STATUS, alert.status().code());
    to.text(RULE, alert.ruleId());
    to.smallNumber(RULE_VERSION, alert.ruleVersion());
    to.smallNumber(BOOK, alert.book());
    to.text(MODE, alert.mode().code());
    to.text(SEVERITY, alert.severity().code());
    to.text(USER, alert.userId());
    to.optionalText(TRANSACTION, alert.transactionId());
    to.time(EVENT_TIME, alert.eventTime());
    to.time(WINDOW_START, alert.windowStart());
    to.time(WINDOW_END, alert.windowEnd());
    to.number(SEEN, alert.seen());
    to.optionalDecimal(OBSERVED, alert.observed());
    to.optionalDecimal(LIMIT, alert.limit());
    to.optionalText(UNIT, alert.unit());
    to.optionalJson(VALUES, alert.values());
    to.optionalJson(BY, alert.by());
    to.texts(EVIDENCE, alert.evidence());
    to.number(EVIDENCE_COUNT, alert.evidenceCount());
    to.text(REASON, alert.reason());
  }

  /** An alert of what was written, field by field in their order. */
  public static <X extends Exception> Alert read(FieldReader<X> from) throws X {
    return new Alert(
        from.text(ID),
        Alert.Status.of(from.text(STATUS)),
        from.text(RULE),
        from.smallNumber(RULE_VERSION),
        from.smallNumber(BOOK, /* absent= */ 1),
        Alert.Mode.of(from.text(MODE, /* absent= */ Alert.Mode.LIVE.code())),
        Severity.of(from.text(SEVERITY)),
        from.text(USER),
        from.optionalText(TRANSACTION),
        from.time(EVENT_TIME),
        from.time(WINDOW_START),
        from.time(WINDOW_END),
        from.number(SEEN),
        from.optionalDecimal(OBSERVED),
        from.optionalDecimal(LIMIT),
        from.optionalText(UNIT),
        from.optionalJson(VALUES),
        from.optionalJson(BY),
        from.texts(EVIDENCE),
        from.number(EVIDENCE_COUNT),
        from.text(REASON));
  }
}
