package weir.form;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import weir.fields.DeclaredValues;
import weir.fields.Millionths;
import weir.model.Json;

/** Declared fields in JSON: in the order of their names, numbers without zeros at the end. */
public final class DeclaredJson {
  private DeclaredJson() {}

  /** As fields of the object that is being written. */
  static void write(DeclaredValues values, JsonGenerator json) throws IOException {
    values.forEach(
        new DeclaredValues.Cases<IOException>() {
          @Override
          public void text(String name, String value) throws IOException {
            json.writeStringField(name, value);
          }

          @Override
          public void number(String name, long millionths) throws IOException {
            json.writeFieldName(name);
            json.writeNumber(Millionths.text(millionths));
          }

          @Override
          public void truth(String name, boolean value) throws IOException {
            json.writeBooleanField(name, value);
          }
        });
  }

  /** An object of their own; absent if there are none. */
  public static @Nullable String text(DeclaredValues values) {
    return values.isEmpty()
        ? null
        : new String(Json.object(json -> write(values, json)), StandardCharsets.UTF_8);
  }

  /** The values in the text of an object that {@link #text} made, in whatever order by now. */
  public static DeclaredValues read(@Nullable String text) {
    if (text == null) {
      return DeclaredValues.NONE;
    }
    Map<String, Object> values = new HashMap<>();
    try (JsonParser json = Json.FACTORY.createParser(text)) {
      json.nextToken();
      for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
        values.put(name, value(json, json.nextToken()));
      }
    } catch (IOException broken) {
      throw new UncheckedIOException("no declared fields: " + text, broken);
    }
    return DeclaredValues.of(values);
  }

  private static Object value(JsonParser json, JsonToken token) throws IOException {
    return switch (token) {
      case VALUE_STRING -> json.getText();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new BigDecimal(json.getText());
      case VALUE_TRUE, VALUE_FALSE -> json.getBooleanValue();
      default -> throw new IOException("no value of a declared field: " + token);
    };
  }
}
