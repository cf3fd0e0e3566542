package weir.postgres;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import weir.model.Alert;
import weir.model.Json;

/** Alerts, with when and by which engine they were found: the first does not change the second. */
final class AlertRows implements TableRows<Alert> {
  private static final long serialVersionUID = 1L;

  private final String engine;

  AlertRows(String engine) {
    this.engine = engine;
  }

  @Override
  public String sql() {
    return """
        insert into alerts as known (
          alert_id, status, rule_id, rule_version, severity, user_id, transaction_id,
          event_time, window_start, window_end, seen, observed, alert_limit, unit,
          evidence, evidence_count, reason, detected_at, engine)
        select alert_id, status, rule_id, rule_version, severity, user_id, transaction_id,
          %s,
          %s,
          %s,
          seen, observed, alert_limit, unit,
          array(select id from jsonb_array_elements_text(evidence::jsonb) with ordinality as e (id, n)
            order by n),
          evidence_count, reason, clock_timestamp(), engine
        from unnest(?::text[], ?::text[], ?::text[], ?::int8[], ?::text[], ?::text[], ?::text[],
          ?::int8[], ?::int8[], ?::int8[], ?::int8[], ?::numeric[], ?::numeric[], ?::text[],
          ?::text[], ?::int8[], ?::text[], ?::text[])
          as rows (alert_id, status, rule_id, rule_version, severity, user_id, transaction_id,
            event_time, window_start, window_end, seen, observed, alert_limit, unit,
            evidence, evidence_count, reason, engine)
        on conflict (alert_id) do update set
          status = excluded.status, severity = excluded.severity,
          event_time = excluded.event_time, seen = excluded.seen,
          observed = excluded.observed, alert_limit = excluded.alert_limit,
          evidence = excluded.evidence, evidence_count = excluded.evidence_count,
          reason = excluded.reason, detected_at = excluded.detected_at, engine = excluded.engine
        where excluded.seen > known.seen
        """
        .formatted(
            ArrayParameters.time("event_time"),
            ArrayParameters.time("window_start"),
            ArrayParameters.time("window_end"));
  }

  @Override
  public void bind(PreparedStatement statement, List<Alert> rows) throws SQLException {
    new ArrayParameters<>(statement, rows)
        .text(Alert::id)
        .text(alert -> alert.status().code())
        .text(Alert::ruleId)
        .whole(alert -> (long) alert.ruleVersion())
        .text(alert -> alert.severity().code())
        .text(Alert::userId)
        .text(Alert::transactionId)
        .whole(Alert::eventTime)
        .whole(Alert::windowStart)
        .whole(Alert::windowEnd)
        .whole(Alert::seen)
        .number(Alert::observed)
        .number(Alert::limit)
        .text(Alert::unit)
        .text(alert -> Json.array(alert.evidence()))
        .whole(Alert::evidenceCount)
        .text(Alert::reason)
        .text(alert -> engine);
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
