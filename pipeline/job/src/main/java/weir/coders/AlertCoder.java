package weir.coders;

import java.io.IOException;
import java.io.InputStream;
import weir.form.AlertFields;
import weir.model.Alert;

/** The binary form of an alert. */
public final class AlertCoder extends FieldwiseCoder<Alert> {
  private static final long serialVersionUID = 1L;
  private static final AlertCoder INSTANCE = new AlertCoder();

  private AlertCoder() {}

  public static AlertCoder of() {
    return INSTANCE;
  }

  @Override
  protected void write(Alert alert, WireBuffer out) throws IOException {
    AlertFields.write(alert, new WireFields.Writer(out));
  }

  @Override
  public Alert decode(InputStream in) throws IOException {
    return AlertFields.read(new WireFields.Reader(in));
  }
}
