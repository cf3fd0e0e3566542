package weir.book;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import weir.fields.RecordLayout;

/** What a charter says of records and keys, by names, each in a form that can be compared. */
final class CharterParts {
  /** In place of what is not said. */
  static final String NONE = "none";

  private CharterParts() {}

  static Map<String, String> fields(RecordLayout layout) {
    Map<String, String> said = new LinkedHashMap<>();
    layout.fields().forEach(field -> said.put(field.name(), field.said()));
    return said;
  }

  static Map<String, String> mapping(RecordLayout layout) {
    Map<String, String> said = new LinkedHashMap<>();
    layout.mapping().forEach((name, pointer) -> said.put(name, pointer.toString()));
    return said;
  }

  static Map<String, String> keys(List<Key> keys) {
    Map<String, String> said = new LinkedHashMap<>();
    keys.forEach(key -> said.put(key.name(), key.said()));
    return said;
  }
}
