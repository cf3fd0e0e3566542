package weir.lake.write;

import weir.model.Alert;

/** Gold: alerts, with when and by which engine they were found. */
final class AlertLayer implements Layer<Alert> {
  private static final long serialVersionUID = 1L;

  private static final ParquetColumns COLUMNS =
      new ParquetColumns("alert")
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
          .text("engine");

  private final String engine;

  AlertLayer(String engine) {
    this.engine = engine;
  }

  @Override
  public String folder() {
    return "gold/alerts";
  }

  @Override
  public ParquetColumns columns() {
    return COLUMNS;
  }

  /** The event time of a total grows with what is seen; all rows of an alert stay in one folder. */
  @Override
  public long time(Alert alert) {
    return alert.windowEnd();
  }

  @Override
  public void write(Alert alert, RowWriter row) {
    row.text(alert.id())
        .text(alert.status().code())
        .text(alert.ruleId())
        .smallNumber(alert.ruleVersion())
        .text(alert.severity().code())
        .text(alert.userId())
        .optionalText(alert.transactionId())
        .time(alert.eventTime())
        .time(alert.windowStart())
        .time(alert.windowEnd())
        .number(alert.seen())
        .text(alert.observed().toPlainString())
        .text(alert.limit().toPlainString())
        .text(alert.unit())
        .texts(alert.evidence())
        .number(alert.evidenceCount())
        .text(alert.reason())
        .time(System.currentTimeMillis())
        .text(engine);
  }
}
