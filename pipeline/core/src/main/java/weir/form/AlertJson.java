package weir.form;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import weir.model.Alert;
import weir.model.Json;

/**
 * The JSON form of an alert: the order of its fields never changes, so equal alerts are equal
 * bytes.
 */
public final class AlertJson {
  /** Keeps the decimals of money as they were written: 3600.50 is not 3600.5. */
  private static final JsonMapper READER =
      JsonMapper.builder(Json.FACTORY)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private AlertJson() {}

  public static byte[] write(Alert alert) {
    return Json.object(
        json -> AlertFields.write(alert, new JsonFields.Writer(json, /* timesAsNumbers= */ false)));
  }

  /** Reads what {@link #write} wrote; throws {@link IOException} if it is something else. */
  public static Alert read(byte[] json) throws IOException {
    JsonFields.Reader fields = new JsonFields.Reader(READER.readTree(json));
    try {
      return AlertFields.read(fields);
    } catch (IOException | RuntimeException wrong) {
      throw new IOException("not an alert: " + wrong.getMessage(), wrong);
    }
  }
}
