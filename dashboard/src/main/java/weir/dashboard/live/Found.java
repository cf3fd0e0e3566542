package weir.dashboard.live;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.nio.charset.StandardCharsets;
import weir.model.Alert;
import weir.model.AlertJson;

/**
 * An alert and when it was found.
 *
 * @param detectedAt epoch milliseconds by the clock of whoever wrote it, whatever its event time
 * @param json the alert's own bytes, made once for all readers
 */
public record Found(Alert alert, long detectedAt, String json) {

  public static Found of(Alert alert, long detectedAt) {
    return new Found(alert, detectedAt, new String(AlertJson.write(alert), StandardCharsets.UTF_8));
  }

  /** Its form for a browser. */
  public Message message() {
    return new Message(detectedAt, json);
  }

  /** The fields that a browser gets. */
  public record Message(
      @JsonProperty("detectedAt") long detectedAt,
      @JsonProperty("alert") @JsonRawValue String alert) {}
}
