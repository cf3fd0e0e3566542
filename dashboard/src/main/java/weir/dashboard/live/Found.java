package weir.dashboard.live;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import weir.form.AlertJson;
import weir.model.Alert;

/**
 * An alert and when it was found.
 *
 * @param detectedAt epoch milliseconds by the clock of the job that wrote it
 * @param json the alert's own bytes, made once for all readers
 */
public record Found(Alert alert, long detectedAt, String json) {

  /** More than the longest ids, texts, values of features and keys come to. */
  static final int MOST_BYTES = 256 << 10;

  /** The pipeline accepts event times from 1970 to the year 9999; a window may begin before one. */
  private static final long EARLIEST = -366L * 24 * 3600 * 1000;

  private static final long LATEST = 253_402_300_799_999L;

  /** Clocks may be apart: nothing was found later than it is now by this server's clock. */
  public static Found of(Alert alert, long detectedAt) {
    return new Found(
        alert,
        Math.max(0, Math.min(detectedAt, System.currentTimeMillis())),
        new String(AlertJson.write(alert), StandardCharsets.UTF_8));
  }

  /** Reads a record; throws {@link IOException} if it is none that the pipeline writes. */
  static Found read(byte[] json, long detectedAt) throws IOException {
    if (json.length > MOST_BYTES) {
      throw new IOException("no alert is as long as " + json.length + " bytes");
    }
    Alert alert = AlertJson.read(json);
    if (!canBe(alert.windowStart()) || !canBe(alert.windowEnd()) || !canBe(alert.eventTime())) {
      throw new IOException("its times cannot be those of an alert");
    }
    if (!isText(alert.id()) || !isText(alert.userId())) {
      throw new IOException("its ids are no text: half of a pair of characters is missing");
    }
    try {
      return of(alert, detectedAt);
    } catch (UncheckedIOException unwritable) {
      throw new IOException("it cannot be written again", unwritable);
    }
  }

  /** Ids become addresses, in which half a pair of surrogates cannot stand. */
  private static boolean isText(String id) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(id);
  }

  private static boolean canBe(long time) {
    return time >= EARLIEST && time <= LATEST;
  }

  /** Whether it is a suspicion by now: it stands, and its rule is neither silent nor on trial. */
  public boolean counts() {
    return alert.isRaised() && isLive();
  }

  boolean isLive() {
    return alert.mode() == Alert.Mode.LIVE;
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
