package weir.form;

import java.util.ArrayList;
import java.util.List;

/**
 * One field of a transaction or an answer.
 *
 * @param json its name in JSON
 * @param column its name in tables and files
 */
public record Field(String json, String column, FieldKind kind) {

  /** A field that only tables and files have. */
  static Field ofTables(String column, FieldKind kind) {
    return new Field(column, column, kind);
  }

  @SafeVarargs
  static List<Field> joined(List<Field>... parts) {
    List<Field> all = new ArrayList<>();
    for (List<Field> part : parts) {
      all.addAll(part);
    }
    return List.copyOf(all);
  }

  /** The column of the same amount in whole minor units, where a form has both. */
  public String minorColumn() {
    return column + "_minor";
  }
}
