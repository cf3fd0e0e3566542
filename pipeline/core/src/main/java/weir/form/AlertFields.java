package weir.form;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import weir.model.Alert;
import weir.model.Severity;

/**
 * The one description of an alert. Its JSON, its binary form, its row in a table and its row in a
 * file follow from it, in this order.
 */
public final class AlertFields {
  private static final List<Field<Alert>> FIELDS = new ArrayList<>();

  private static final Field<Alert> ID = text("alertId", "alert_id", Alert::id);
  private static final Field<Alert> STATUS =
      text("status", "status", alert -> alert.status().code());
  private static final Field<Alert> RULE = text("rule", "rule_id", Alert::ruleId);
  private static final Field<Alert> RULE_VERSION =
      smallNumber("ruleVersion", "rule_version", Alert::ruleVersion);
  private static final Field<Alert> BOOK = smallNumber("book", "book", Alert::book);
  private static final Field<Alert> SEVERITY =
      text("severity", "severity", alert -> alert.severity().code());
  private static final Field<Alert> USER = text("userId", "user_id", Alert::userId);
  private static final Field<Alert> TRANSACTION =
      optionalText("transactionId", "transaction_id", Alert::transactionId);
  private static final Field<Alert> EVENT_TIME = time("eventTime", "event_time", Alert::eventTime);
  private static final Field<Alert> WINDOW_START =
      time("windowStart", "window_start", Alert::windowStart);
  private static final Field<Alert> WINDOW_END = time("windowEnd", "window_end", Alert::windowEnd);
  private static final Field<Alert> SEEN = number("seen", "seen", Alert::seen);
  private static final Field<Alert> OBSERVED = decimal("observed", "observed", Alert::observed);
  private static final Field<Alert> LIMIT = decimal("limit", "alert_limit", Alert::limit);
  private static final Field<Alert> UNIT = text("unit", "unit", Alert::unit);
  private static final Field<Alert> EVIDENCE = texts("evidence", "evidence", Alert::evidence);
  private static final Field<Alert> EVIDENCE_COUNT =
      number("evidenceCount", "evidence_count", Alert::evidenceCount);
  private static final Field<Alert> REASON = text("reason", "reason", Alert::reason);

  private static final List<Field<Alert>> ALL = List.copyOf(FIELDS);

  private AlertFields() {}

  /** All of them, in their order. */
  public static List<Field<Alert>> all() {
    return ALL;
  }

  public static void write(Alert alert, FieldWriter to) throws IOException {
    for (Field<Alert> field : ALL) {
      field.write(alert, to);
    }
  }

  /** An alert of what was written, field by field in their order. */
  public static Alert read(FieldReader from) throws IOException {
    return new Alert(
        from.text(ID),
        Alert.Status.of(from.text(STATUS)),
        from.text(RULE),
        from.smallNumber(RULE_VERSION),
        from.smallNumber(BOOK),
        Severity.of(from.text(SEVERITY)),
        from.text(USER),
        from.optionalText(TRANSACTION),
        from.time(EVENT_TIME),
        from.time(WINDOW_START),
        from.time(WINDOW_END),
        from.number(SEEN),
        from.decimal(OBSERVED),
        from.decimal(LIMIT),
        from.text(UNIT),
        from.texts(EVIDENCE),
        from.number(EVIDENCE_COUNT),
        from.text(REASON));
  }

  private static Field<Alert> text(String json, String column, Function<Alert, String> value) {
    return add(
        json, column, FieldKind.TEXT, (field, alert, to) -> to.text(field, value.apply(alert)));
  }

  private static Field<Alert> optionalText(
      String json, String column, Function<Alert, @Nullable String> value) {
    return add(
        json,
        column,
        FieldKind.OPTIONAL_TEXT,
        (field, alert, to) -> to.optionalText(field, value.apply(alert)));
  }

  private static Field<Alert> texts(
      String json, String column, Function<Alert, List<String>> value) {
    return add(
        json, column, FieldKind.TEXTS, (field, alert, to) -> to.texts(field, value.apply(alert)));
  }

  private static Field<Alert> time(String json, String column, ToLongFunction<Alert> value) {
    return add(
        json,
        column,
        FieldKind.TIME,
        (field, alert, to) -> to.time(field, value.applyAsLong(alert)));
  }

  private static Field<Alert> number(String json, String column, ToLongFunction<Alert> value) {
    return add(
        json,
        column,
        FieldKind.NUMBER,
        (field, alert, to) -> to.number(field, value.applyAsLong(alert)));
  }

  private static Field<Alert> smallNumber(String json, String column, ToIntFunction<Alert> value) {
    return add(
        json,
        column,
        FieldKind.SMALL_NUMBER,
        (field, alert, to) -> to.smallNumber(field, value.applyAsInt(alert)));
  }

  private static Field<Alert> decimal(
      String json, String column, Function<Alert, BigDecimal> value) {
    return add(
        json,
        column,
        FieldKind.DECIMAL,
        (field, alert, to) -> to.decimal(field, value.apply(alert)));
  }

  private static Field<Alert> add(
      String json, String column, FieldKind kind, Field.Writing<Alert> writing) {
    Field<Alert> field = new Field<>(json, column, kind, writing);
    FIELDS.add(field);
    return field;
  }
}
