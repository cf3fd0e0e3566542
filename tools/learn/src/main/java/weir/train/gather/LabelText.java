package weir.train.gather;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Optional;
import weir.model.Json;
import weir.model.LogRecord;
import weir.model.Payload;

/** What a label says in a field of its own, which no rule looks at. */
final class LabelText {
  private static final int LONGEST = 60;

  private LabelText() {}

  /**
   * The text of a field at the top of a record.
   *
   * @param field its name; empty if no field is wanted
   */
  static Optional<String> of(LogRecord record, String field) {
    Payload value = record.value();
    if (field.isEmpty() || value == null) {
      return Optional.empty();
    }
    try (JsonParser json = Json.FACTORY.createParser(value.bytes())) {
      json.nextToken();
      for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
        JsonToken token = json.nextToken();
        if (name.equals(field) && token.isScalarValue() && token != JsonToken.VALUE_NULL) {
          String text = json.getText();
          return Optional.of(text.length() <= LONGEST ? text : text.substring(0, LONGEST));
        }
        json.skipChildren();
      }
      return Optional.empty();
    } catch (IOException broken) {
      // It was read as a label before, so it is none of another form: nothing at the top says it.
      return Optional.empty();
    }
  }
}
