package weir.coders;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import weir.model.Alert;
import weir.model.Severity;

/** The binary form of an alert. */
public final class AlertCoder extends FieldwiseCoder<Alert> {
  private static final long serialVersionUID = 1L;
  private static final AlertCoder INSTANCE = new AlertCoder();

  private AlertCoder() {}

  public static AlertCoder of() {
    return INSTANCE;
  }

  @Override
  public void encode(Alert alert, OutputStream out) throws IOException {
    Wire.writeText(alert.id(), out);
    Wire.writeEnum(alert.status(), out);
    Wire.writeText(alert.ruleId(), out);
    Wire.writeLong(alert.ruleVersion(), out);
    Wire.writeEnum(alert.severity(), out);
    Wire.writeText(alert.userId(), out);
    Wire.writeOptionalText(alert.transactionId(), out);
    Wire.writeLong(alert.eventTime(), out);
    Wire.writeLong(alert.windowStart(), out);
    Wire.writeLong(alert.windowEnd(), out);
    Wire.writeLong(alert.seen(), out);
    encodeDecimal(alert.observed(), out);
    encodeDecimal(alert.limit(), out);
    Wire.writeText(alert.unit(), out);
    Wire.writeLong(alert.evidence().size(), out);
    for (String id : alert.evidence()) {
      Wire.writeText(id, out);
    }
    Wire.writeLong(alert.evidenceCount(), out);
    Wire.writeText(alert.reason(), out);
  }

  @Override
  public Alert decode(InputStream in) throws IOException {
    return new Alert(
        Wire.readText(in),
        Wire.readEnum(Alert.Status.class, in),
        Wire.readText(in),
        Wire.readInt(in),
        Wire.readEnum(Severity.class, in),
        Wire.readText(in),
        Wire.readOptionalText(in),
        Wire.readLong(in),
        Wire.readLong(in),
        Wire.readLong(in),
        Wire.readLong(in),
        decodeDecimal(in),
        decodeDecimal(in),
        Wire.readText(in),
        decodeTexts(in),
        Wire.readLong(in),
        Wire.readText(in));
  }

  private static List<String> decodeTexts(InputStream in) throws IOException {
    int size = Wire.readInt(in);
    List<String> texts = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      texts.add(Wire.readText(in));
    }
    return texts;
  }

  private static void encodeDecimal(BigDecimal number, OutputStream out) throws IOException {
    Wire.writeLong(number.scale(), out);
    Wire.writeBytes(number.unscaledValue().toByteArray(), out);
  }

  private static BigDecimal decodeDecimal(InputStream in) throws IOException {
    int scale = Wire.readInt(in);
    return new BigDecimal(new BigInteger(Wire.readBytes(in)), scale);
  }
}
