package weir.postgres;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import weir.form.AlertFields;
import weir.form.Field;
import weir.model.Alert;

/** Alerts, with when and by which engine they were found: the first does not change the second. */
final class AlertRows implements TableRows<Alert> {
  private static final long serialVersionUID = 1L;

  private static final String KEY = "alert_id";

  private final String engine;

  AlertRows(String engine) {
    this.engine = engine;
  }

  @Override
  public String sql() {
    return """
        insert into alerts as known (%s, detected_at, engine)
        select %s, clock_timestamp(), engine
        from unnest(%s, ?::text[]) as rows (%s, engine)
        on conflict (%s) do update set
          %s, detected_at = excluded.detected_at, engine = excluded.engine
        where excluded.seen > known.seen
        """
        .formatted(
            each(Field::column),
            each(FieldArrays::selected),
            each(FieldArrays::parameter),
            each(Field::column),
            KEY,
            AlertFields.all().stream()
                .map(Field::column)
                .filter(column -> !column.equals(KEY))
                .map(column -> column + " = excluded." + column)
                .collect(Collectors.joining(", ")));
  }

  private static String each(Function<Field<Alert>, String> form) {
    return AlertFields.all().stream().map(form).collect(Collectors.joining(", "));
  }

  @Override
  public void bind(PreparedStatement statement, List<Alert> rows) throws SQLException {
    ArrayParameters<Alert> parameters = new ArrayParameters<>(statement, rows);
    FieldArrays.bind(AlertFields.all(), parameters);
    parameters.text(alert -> engine);
  }

  @Override
  public int size(Alert row) {
    int ids = row.evidence().stream().mapToInt(String::length).sum();
    return row.userId().length() + ids + row.reason().length();
  }

  @Override
  public String key(Alert row) {
    return row.id();
  }

  @Override
  public boolean replaces(Alert known, Alert other) {
    return other.seen() > known.seen();
  }
}
