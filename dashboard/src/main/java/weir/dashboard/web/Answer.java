package weir.dashboard.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import weir.model.Json;

/** The JSON form of everything that is sent to the page. */
final class Answer {
  private static final JsonMapper MAPPER = new JsonMapper(Json.FACTORY);

  private Answer() {}

  static String json(Object answer) {
    try {
      return MAPPER.writeValueAsString(answer);
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException("an answer has no JSON form", impossible);
    }
  }
}
