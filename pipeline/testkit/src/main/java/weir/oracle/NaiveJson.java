package weir.oracle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;

/** JSON as it stands in records. */
final class NaiveJson {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private NaiveJson() {}

  static String of(Object value) {
    try {
      return new String(MAPPER.writeValueAsBytes(value), StandardCharsets.UTF_8);
    } catch (JsonProcessingException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
