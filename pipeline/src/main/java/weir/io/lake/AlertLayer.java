package weir.io.lake;

import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import weir.model.Alert;

/** Gold: alerts, with when and by which engine they were found. */
final class AlertLayer implements Layer<Alert> {
  private static final long serialVersionUID = 1L;

  private static final Schema SCHEMA =
      new Columns("alert")
          .text("alert_id", "status", "rule_id")
          .smallNumber("rule_version")
          .text("severity", "user_id")
          .optionalText("transaction_id")
          .time("event_time", "window_start", "window_end")
          .number("seen")
          .text("observed", "alert_limit", "unit")
          .texts("evidence")
          .number("evidence_count")
          .text("reason")
          .time("detected_at")
          .text("engine")
          .schema();

  private final String engine;

  AlertLayer(String engine) {
    this.engine = engine;
  }

  @Override
  public String folder() {
    return "gold/alerts";
  }

  @Override
  public Schema schema() {
    return SCHEMA;
  }

  @Override
  public long time(Alert alert) {
    return alert.eventTime();
  }

  @Override
  public GenericRecord row(Alert alert) {
    GenericRecord row = new GenericData.Record(SCHEMA);
    row.put("alert_id", alert.id());
    row.put("status", alert.status().code());
    row.put("rule_id", alert.ruleId());
    row.put("rule_version", alert.ruleVersion());
    row.put("severity", alert.severity().code());
    row.put("user_id", alert.userId());
    row.put("transaction_id", alert.transactionId());
    row.put("event_time", alert.eventTime());
    row.put("window_start", alert.windowStart());
    row.put("window_end", alert.windowEnd());
    row.put("seen", alert.seen());
    row.put("observed", alert.observed().toPlainString());
    row.put("alert_limit", alert.limit().toPlainString());
    row.put("unit", alert.unit());
    row.put("evidence", alert.evidence());
    row.put("evidence_count", alert.evidenceCount());
    row.put("reason", alert.reason());
    row.put("detected_at", System.currentTimeMillis());
    row.put("engine", engine);
    return row;
  }
}
