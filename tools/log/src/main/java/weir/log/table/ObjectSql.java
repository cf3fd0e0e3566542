package weir.log.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import weir.log.duck.Duck;
import weir.model.Json;

/**
 * The JSON object of a row, as a query makes it: fields stand at their places in objects within
 * objects. What is absent is left out.
 */
final class ObjectSql {
  /** By their names: a text of SQL, or another object. */
  private final Map<String, String> fields = new LinkedHashMap<>();

  private final Map<String, ObjectSql> objects = new LinkedHashMap<>();

  /**
   * Puts a field at its place.
   *
   * @param json its JSON, as SQL
   */
  void put(List<String> steps, String json) {
    String first = steps.get(0);
    if (steps.size() == 1) {
      fields.put(first, json);
    } else {
      objects
          .computeIfAbsent(first, any -> new ObjectSql())
          .put(steps.subList(1, steps.size()), json);
    }
  }

  boolean has(String name) {
    return fields.containsKey(name) || objects.containsKey(name);
  }

  /** The text of the object. */
  String sql() {
    StringBuilder sql = new StringBuilder("('{' || concat_ws(','");
    fields.forEach((name, json) -> sql.append(", ").append(field(name, json)));
    objects.forEach((name, object) -> sql.append(", ").append(field(name, object.sql())));
    return sql.append(") || '}')").toString();
  }

  private static String field(String name, String json) {
    String array = Json.array(List.of(name));
    return Duck.quoted(array.substring(1, array.length() - 1) + ":") + " || " + json;
  }
}
