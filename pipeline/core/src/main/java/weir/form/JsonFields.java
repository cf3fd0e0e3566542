package weir.form;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import weir.model.FlatJson;
import weir.model.Json;
import weir.model.Money;

/** Fields in JSON: one that is absent is left out. */
final class JsonFields {
  private JsonFields() {}

  /**
   * @param timesAsNumbers whether a time is milliseconds, and not in the words of ISO-8601
   */
  record Writer(JsonGenerator json, boolean timesAsNumbers) implements FieldWriter<IOException> {
    @Override
    public void text(Field field, String value) throws IOException {
      json.writeStringField(field.json(), value);
    }

    @Override
    public void optionalText(Field field, @Nullable String value) throws IOException {
      Json.optional(json, field.json(), value);
    }

    @Override
    public void texts(Field field, List<String> value) throws IOException {
      json.writeArrayFieldStart(field.json());
      for (String each : value) {
        json.writeString(each);
      }
      json.writeEndArray();
    }

    @Override
    public void names(Field field, List<String> value) throws IOException {
      texts(field, value);
    }

    @Override
    public void time(Field field, long millis) throws IOException {
      if (timesAsNumbers) {
        json.writeNumberField(field.json(), millis);
      } else {
        json.writeStringField(field.json(), Json.time(millis));
      }
    }

    @Override
    public void number(Field field, long value) throws IOException {
      json.writeNumberField(field.json(), value);
    }

    @Override
    public void smallNumber(Field field, int value) throws IOException {
      json.writeNumberField(field.json(), value);
    }

    @Override
    public void optionalSmallNumber(Field field, @Nullable Integer value) throws IOException {
      if (value != null) {
        smallNumber(field, value);
      }
    }

    @Override
    public void optionalJson(Field field, @Nullable String value) throws IOException {
      if (value != null) {
        json.writeFieldName(field.json());
        json.writeRawValue(value);
      }
    }

    @Override
    public void optionalDecimal(Field field, @Nullable BigDecimal value) throws IOException {
      if (value != null) {
        json.writeNumberField(field.json(), value);
      }
    }

    @Override
    public void money(Field field, long minor, String currency) throws IOException {
      optionalDecimal(field, Money.toMajor(minor, currency));
    }

    @Override
    public void optionalReal(Field field, @Nullable Double value) throws IOException {
      if (value != null) {
        json.writeNumberField(field.json(), value);
      }
    }

    @Override
    public void realBeside(Field field, @Nullable Double value) throws IOException {
      optionalReal(field, value);
    }

    @Override
    public void truth(Field field, boolean value) throws IOException {
      json.writeBooleanField(field.json(), value);
    }
  }

  record Reader(@Nullable JsonNode tree) implements FieldReader<IOException> {
    private JsonNode node(Field field) throws IOException {
      JsonNode node = tree == null ? null : tree.get(field.json());
      if (node == null) {
        throw new IOException(field.json() + " is missing");
      }
      return node;
    }

    @Override
    public String text(Field field) throws IOException {
      return node(field).asText();
    }

    @Override
    public String text(Field field, String absent) throws IOException {
      return tree != null && tree.has(field.json()) ? text(field) : absent;
    }

    @Override
    public @Nullable String optionalText(Field field) {
      JsonNode node = tree == null ? null : tree.get(field.json());
      return node == null ? null : node.asText();
    }

    @Override
    public List<String> texts(Field field) throws IOException {
      List<String> texts = new ArrayList<>();
      node(field).forEach(each -> texts.add(each.asText()));
      return texts;
    }

    @Override
    public List<String> names(Field field) throws IOException {
      return texts(field);
    }

    @Override
    public long time(Field field) throws IOException {
      try {
        return Instant.parse(text(field)).toEpochMilli();
      } catch (DateTimeParseException wrong) {
        throw new IOException(field.json() + " is no time", wrong);
      }
    }

    @Override
    public long number(Field field) throws IOException {
      return node(field).longValue();
    }

    @Override
    public int smallNumber(Field field) throws IOException {
      return node(field).intValue();
    }

    @Override
    public int smallNumber(Field field, int absent) throws IOException {
      return tree != null && tree.has(field.json()) ? smallNumber(field) : absent;
    }

    @Override
    public @Nullable Integer optionalSmallNumber(Field field) throws IOException {
      return tree != null && tree.has(field.json()) ? (Integer) smallNumber(field) : null;
    }

    @Override
    public @Nullable String optionalJson(Field field) {
      JsonNode node = tree == null ? null : tree.get(field.json());
      return node == null ? null : FlatJson.of(node);
    }

    @Override
    public @Nullable BigDecimal optionalDecimal(Field field) {
      JsonNode node = tree == null ? null : tree.get(field.json());
      return node == null ? null : node.decimalValue();
    }

    @Override
    public long money(Field field, Field currency) throws IOException {
      return Money.toMinor(node(field).decimalValue(), Money.digits(text(currency)));
    }

    @Override
    public @Nullable Double optionalReal(Field field) {
      JsonNode node = tree == null ? null : tree.get(field.json());
      return node == null ? null : node.doubleValue();
    }

    @Override
    public @Nullable Double realBeside(Field field, @Nullable Double beside) {
      return optionalReal(field);
    }

    @Override
    public boolean truth(Field field) throws IOException {
      return node(field).booleanValue();
    }
  }
}
