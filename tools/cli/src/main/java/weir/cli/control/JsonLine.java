package weir.cli.control;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import weir.model.Json;
import weir.notice.Announced;

/** A JSON object as a line of a command's output. */
public final class JsonLine {
  private JsonLine() {}

  public static String object(Json.Fields fields) {
    return new String(Json.object(fields), StandardCharsets.UTF_8);
  }

  /** Null if there is none, or if it is the beginning of time. */
  public static void time(JsonGenerator json, String name, @Nullable Long millis)
      throws IOException {
    if (millis == null || millis == Announced.FROM_THE_BEGINNING) {
      json.writeNullField(name);
    } else {
      json.writeStringField(name, Json.time(millis));
    }
  }
}
