package weir.log;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.OptionalLong;
import weir.model.Json;
import weir.model.Times;

/**
 * The time at which a label was said, if it tells: a number of epoch milliseconds named labelledAt,
 * as the producer writes it. In a topic the record's own time stamp says it.
 */
final class LabelledAt {
  private static final String NAME = "labelledAt";

  private LabelledAt() {}

  static OptionalLong of(byte[] label) {
    try (JsonParser json = Json.FACTORY.createParser(label)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        return OptionalLong.empty();
      }
      for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
        JsonToken value = json.nextToken();
        if (name.equals(NAME) && value == JsonToken.VALUE_NUMBER_INT) {
          long time = json.getLongValue();
          return Times.isUsable(time) ? OptionalLong.of(time) : OptionalLong.empty();
        }
        json.skipChildren();
      }
      return OptionalLong.empty();
    } catch (IOException broken) {
      // Reading the label itself says what is wrong.
      return OptionalLong.empty();
    }
  }
}
