package weir.model;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object of plain values in its one form: in the order of the names, and numbers as they
 * stand. A database may order it otherwise.
 */
public final class FlatJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder(Json.FACTORY)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private FlatJson() {}

  public static String of(String text) {
    return of(read(text));
  }

  public static String of(JsonNode object) {
    SortedMap<String, @Nullable Object> sorted = new TreeMap<>();
    object.fields().forEachRemaining(each -> sorted.put(each.getKey(), plain(each.getValue())));
    return of(sorted);
  }

  /** The values that an object has, as texts. */
  public static List<String> texts(String object) {
    List<String> texts = new ArrayList<>();
    for (JsonNode value : read(object)) {
      if (!value.isNull()) {
        texts.add(value.asText());
      }
    }
    return texts;
  }

  private static JsonNode read(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (IOException broken) {
      throw new UncheckedIOException("no JSON: " + text, broken);
    }
  }

  private static @Nullable Object plain(JsonNode value) {
    if (value.isBoolean()) {
      return value.booleanValue();
    }
    return value.isNull() ? null : value.isNumber() ? value.decimalValue() : value.asText();
  }

  /** Of decimals, texts and truths by their names. */
  public static String of(SortedMap<String, @Nullable Object> values) {
    return new String(
        Json.object(
            json -> {
              for (Map.Entry<String, @Nullable Object> each : values.entrySet()) {
                json.writeFieldName(each.getKey());
                if (each.getValue() == null) {
                  json.writeNull();
                } else if (each.getValue() instanceof BigDecimal number) {
                  json.writeNumber(number);
                } else if (each.getValue() instanceof Boolean yes) {
                  json.writeBoolean(yes);
                } else {
                  json.writeString(each.getValue().toString());
                }
              }
            }),
        StandardCharsets.UTF_8);
  }
}
