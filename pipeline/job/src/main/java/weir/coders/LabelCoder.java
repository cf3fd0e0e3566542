package weir.coders;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import weir.model.Label;
import weir.model.LogPosition;

/** The binary form of a label. */
public final class LabelCoder extends FieldwiseCoder<Label> {
  private static final long serialVersionUID = 1L;
  private static final LabelCoder INSTANCE = new LabelCoder();

  private LabelCoder() {}

  public static LabelCoder of() {
    return INSTANCE;
  }

  @Override
  protected void write(Label label, WireBuffer out) throws IOException {
    Wire.writeText(label.transactionId(), out);
    Wire.writeText(label.userId(), out);
    Wire.writeLong(label.time(), out);
    Wire.writeLong(label.keys().size(), out);
    for (String each : label.keys()) {
      Wire.writeOptionalText(each, out);
    }
    Wire.writeFlag(label.fraud(), out);
    Wire.writeOptionalText(label.source(), out);
    LogPositionForm.write(label.position(), out);
    Wire.writeFlag(label.again(), out);
  }

  @Override
  public Label decode(InputStream in) throws IOException {
    String transactionId = Wire.readText(in);
    String userId = Wire.readText(in);
    long time = Wire.readLong(in);
    int size = Wire.readInt(in);
    List<@Nullable String> keys = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      keys.add(Wire.readOptionalText(in));
    }
    boolean fraud = Wire.readFlag(in);
    String source = Wire.readOptionalText(in);
    LogPosition position = LogPositionForm.read(in);
    return new Label(transactionId, userId, time, keys, fraud, source, position, Wire.readFlag(in));
  }
}
