package weir.dashboard.openapi;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The JSON schemas of records, as Jackson writes these: what may be absent is null. A record that
 * stands in another one is named after both.
 */
public final class Schemas {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String TYPE = "type";
  private static final String ENUM = "enum";
  private static final String DESCRIPTION = "description";

  private final Map<String, Class<?>> records = new HashMap<>();
  private final Map<String, ObjectNode> made = new TreeMap<>();
  private final Map<String, ObjectNode> special;
  private final Set<String> times;

  /**
   * No schemas yet.
   *
   * @param special the schemas of components of which more is known than their type, by the name of
   *     the record, a dot and theirs
   * @param times the names of all components that are milliseconds since 1970
   */
  public Schemas(Map<String, ObjectNode> special, Set<String> times) {
    this.special = Map.copyOf(special);
    this.times = Set.copyOf(times);
  }

  /** Adds one that is the form of no record. */
  public void add(String name, ObjectNode schema) {
    made.put(name, schema);
  }

  /** A reference to the schema of a record. */
  public ObjectNode of(Class<?> type) {
    String name = name(type);
    Class<?> before = records.put(name, type);
    if (before == null) {
      made.put(name, record(name, type));
    } else if (before != type) {
      throw new IllegalStateException(before + " and " + type + " would both be called " + name);
    }
    return reference(name);
  }

  /** A reference to a schema of this name. */
  public static ObjectNode reference(String name) {
    return JSON.objectNode().put("$ref", "#/components/schemas/" + name);
  }

  /** A text that is one of these. */
  public static ObjectNode oneOf(Collection<String> values) {
    ObjectNode schema = JSON.objectNode().put(TYPE, "string");
    values.forEach(schema.putArray(ENUM)::add);
    return schema;
  }

  /** All that were asked for, by their names. */
  public Map<String, ObjectNode> all() {
    return made;
  }

  private static String name(Class<?> type) {
    Class<?> outer = type.getEnclosingClass();
    return (outer == null ? "" : outer.getSimpleName()) + type.getSimpleName();
  }

  private ObjectNode record(String name, Class<?> type) {
    ObjectNode schema = JSON.objectNode().put(TYPE, "object");
    ObjectNode properties = schema.putObject("properties");
    ArrayNode required = JSON.arrayNode();
    for (RecordComponent each : type.getRecordComponents()) {
      properties.set(each.getName(), component(name, each));
      if (!isNullable(each.getAnnotatedType())) {
        required.add(each.getName());
      }
    }
    if (!required.isEmpty()) {
      schema.set("required", required);
    }
    return schema;
  }

  private JsonNode component(String record, RecordComponent component) {
    ObjectNode known = special.get(record + "." + component.getName());
    ObjectNode schema;
    if (known != null) {
      schema = known.deepCopy();
    } else if (component.getAccessor().isAnnotationPresent(JsonRawValue.class)) {
      schema = JSON.objectNode();
    } else {
      schema = plain(component.getAnnotatedType());
    }
    if (times.contains(component.getName()) && "integer".equals(schema.path(TYPE).asText())) {
      schema.put(DESCRIPTION, "Milliseconds since 1970");
    }
    return isNullable(component.getAnnotatedType()) ? nullable(schema) : schema;
  }

  private ObjectNode of(AnnotatedType type) {
    ObjectNode schema = plain(type);
    return isNullable(type) ? nullable(schema) : schema;
  }

  private ObjectNode plain(AnnotatedType type) {
    if (type instanceof AnnotatedParameterizedType of) {
      AnnotatedType[] arguments = of.getAnnotatedActualTypeArguments();
      AnnotatedType last = arguments[arguments.length - 1];
      return arguments.length == 1
          ? JSON.objectNode().put(TYPE, "array").set("items", of(last))
          : JSON.objectNode().put(TYPE, "object").set("additionalProperties", of(last));
    }
    Class<?> plain = (Class<?>) type.getType();
    if (plain.isRecord()) {
      return of(plain);
    }
    if (plain.isEnum()) {
      return oneOf(Arrays.stream(plain.getEnumConstants()).map(String::valueOf).toList());
    }
    return simple(plain);
  }

  private static ObjectNode simple(Class<?> type) {
    ObjectNode schema = JSON.objectNode();
    if (type == String.class) {
      return schema.put(TYPE, "string");
    }
    if (type == boolean.class || type == Boolean.class) {
      return schema.put(TYPE, "boolean");
    }
    if (type == int.class || type == Integer.class) {
      return schema.put(TYPE, "integer").put("format", "int32");
    }
    if (type == long.class || type == Long.class) {
      return schema.put(TYPE, "integer").put("format", "int64");
    }
    if (type == double.class || type == Double.class || type == BigDecimal.class) {
      return schema.put(TYPE, "number");
    }
    throw new IllegalStateException("no schema is known for " + type);
  }

  private static boolean isNullable(AnnotatedType type) {
    return type.isAnnotationPresent(Nullable.class);
  }

  private static ObjectNode nullable(ObjectNode schema) {
    if (schema.has("$ref")) {
      ObjectNode either = JSON.objectNode();
      either.putArray("anyOf").add(schema).addObject().put(TYPE, "null");
      return either;
    }
    if (schema.get(TYPE) != null) {
      String one = schema.get(TYPE).asText();
      schema.putArray(TYPE).add(one).add("null");
    }
    if (schema.get(ENUM) instanceof ArrayNode values) {
      values.addNull();
    }
    return schema;
  }
}
