package weir.postgres;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
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
            FieldArrays.each(AlertFields.all(), Field::column),
            FieldArrays.each(AlertFields.all(), FieldArrays::selected),
            FieldArrays.each(AlertFields.all(), FieldArrays::parameter),
            FieldArrays.each(AlertFields.all(), Field::column),
            KEY,
            AlertFields.all().stream()
                .filter(field -> !field.column().equals(KEY))
                .map(FieldArrays::excluded)
                .collect(Collectors.joining(", ")));
  }

  @Override
  public void bind(PreparedStatement statement, List<Alert> rows) throws SQLException {
    new ArrayParameters<>(statement, rows)
        .fields(AlertFields.all(), AlertFields::write)
        .text(alert -> engine);
  }

  @Override
  public int size(Alert row) {
    TextSize size = new TextSize();
    AlertFields.write(row, size);
    return size.characters();
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
