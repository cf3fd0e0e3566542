package weir.lake.write;

import weir.form.AlertFields;
import weir.layer.LakeLayer;
import weir.model.Alert;

/** Gold: alerts, with when and by which engine they were found. */
final class AlertLayer implements Layer<Alert> {
  private static final long serialVersionUID = 1L;

  private static final ParquetColumns COLUMNS = ParquetColumns.of("alert", LakeLayer.ALERTS);

  private final String engine;

  AlertLayer(String engine) {
    this.engine = engine;
  }

  @Override
  public String folder() {
    return LakeLayer.ALERTS.folder();
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
    AlertFields.write(alert, new RowFields(row));
    row.time(System.currentTimeMillis()).text(engine);
  }
}
