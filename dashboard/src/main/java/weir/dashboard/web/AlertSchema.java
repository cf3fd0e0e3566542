package weir.dashboard.web;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import weir.dashboard.openapi.Schemas;
import weir.form.AlertFields;
import weir.form.Field;
import weir.model.Alert;
import weir.model.Severity;

/** The JSON schema of an alert, which is written field by field: one that is absent is left out. */
final class AlertSchema {
  static final String NAME = "Alert";

  private static final Map<String, Collection<String>> VALUES =
      Map.of(
          "status",
          Arrays.stream(Alert.Status.values()).map(Alert.Status::code).toList(),
          "mode",
          Arrays.stream(Alert.Mode.values()).map(Alert.Mode::code).toList(),
          "severity",
          Arrays.stream(Severity.values()).map(Severity::code).toList());

  private AlertSchema() {}

  static ObjectNode make() {
    ObjectNode schema = node("object");
    ObjectNode properties = schema.putObject("properties");
    for (Field each : AlertFields.all()) {
      Collection<String> values = VALUES.get(each.json());
      properties.set(each.json(), values == null ? of(each) : Schemas.oneOf(values));
    }
    AlertFields.all().stream()
        .filter(AlertSchema::isAlwaysThere)
        .map(Field::json)
        .forEach(schema.putArray("required")::add);
    return schema;
  }

  private static ObjectNode of(Field field) {
    return switch (field.kind()) {
      case TEXT, OPTIONAL_TEXT -> node("string");
      case TIME -> node("string").put("format", "date-time");
      case NUMBER -> node("integer").put("format", "int64");
      case SMALL_NUMBER, OPTIONAL_SMALL_NUMBER -> node("integer").put("format", "int32");
      case OPTIONAL_DECIMAL, MONEY, OPTIONAL_REAL, REAL_BESIDE -> node("number");
      case TRUTH -> node("boolean");
      case OPTIONAL_JSON -> node("object");
      case TEXTS, NAMES -> node("array").set("items", node("string"));
    };
  }

  private static boolean isAlwaysThere(Field field) {
    return switch (field.kind()) {
      case OPTIONAL_TEXT,
          OPTIONAL_JSON,
          OPTIONAL_SMALL_NUMBER,
          OPTIONAL_DECIMAL,
          OPTIONAL_REAL,
          REAL_BESIDE ->
          false;
      case TEXT, TEXTS, NAMES, TIME, NUMBER, SMALL_NUMBER, MONEY, TRUTH -> true;
    };
  }

  private static ObjectNode node(String type) {
    return JsonNodeFactory.instance.objectNode().put("type", type);
  }
}
