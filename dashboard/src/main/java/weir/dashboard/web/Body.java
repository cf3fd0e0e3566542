package weir.dashboard.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import weir.model.Json;

/** The JSON object that a page sends, which is small. */
final class Body {
  static final int MOST_BYTES = 16 << 10;
  private static final String JSON = "application/json";

  private static final JsonMapper MAPPER =
      JsonMapper.builder(Json.FACTORY)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .build();

  private final JsonNode object;

  private Body(JsonNode object) {
    this.object = object;
  }

  static Body of(Context context) throws IOException {
    return of(context, MOST_BYTES);
  }

  /** The same, of another size. */
  static Body of(Context context, int mostBytes) throws IOException {
    String type = context.contentType();
    // Another site's form can send anything but this.
    if (type == null || !type.split(";", 2)[0].strip().equalsIgnoreCase(JSON)) {
      throw new HttpResponseException(HttpStatus.UNSUPPORTED_MEDIA_TYPE.getCode(), "Send " + JSON);
    }
    byte[] bytes = context.bodyInputStream().readNBytes(mostBytes + 1);
    if (bytes.length > mostBytes) {
      throw new HttpResponseException(
          HttpStatus.CONTENT_TOO_LARGE.getCode(), "At most " + mostBytes + " bytes are taken");
    }
    JsonNode read;
    try {
      read = MAPPER.readTree(bytes);
    } catch (JsonProcessingException broken) {
      throw new BadRequestResponse("This is not JSON that can be read");
    }
    if (!read.isObject()) {
      throw new BadRequestResponse("Send a JSON object");
    }
    return new Body(read);
  }

  /** A text; absent if there is none. */
  @Nullable String text(String name, int longest) {
    JsonNode value = object.get(name);
    if (value == null || value.isNull()) {
      return null;
    }
    if (!value.isTextual()) {
      throw new BadRequestResponse(name + " must be a text");
    }
    String text = value.textValue();
    if (text.length() > longest) {
      throw new BadRequestResponse(
          name + " has " + text.length() + " characters, at most " + longest + " are taken");
    }
    // PostgreSQL has no text with it; and half a pair of surrogates is none at all.
    if (text.indexOf('\0') >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      throw new BadRequestResponse(name + " has a character that cannot be kept");
    }
    return text;
  }

  /** A whole number; absent if there is none. */
  @Nullable Long whole(String name) {
    JsonNode value = object.get(name);
    if (value == null || value.isNull()) {
      return null;
    }
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw new BadRequestResponse(name + " must be a whole number");
    }
    return value.longValue();
  }
}
