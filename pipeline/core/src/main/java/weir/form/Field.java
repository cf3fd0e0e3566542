package weir.form;

import java.util.ArrayList;
import java.util.List;

/**
 * One field of a transaction or an answer.
 *
 * @param id of its column in files. Tables know columns by these: an id never changes, and is not
 *     given again when its field is gone. A field of two columns, or of a list and its items, takes
 *     the next one too.
 * @param json its name in JSON
 * @param column its name in tables and files
 */
public record Field(int id, String json, String column, FieldKind kind) {

  /** A field that only tables and files have. */
  static Field ofTables(int id, String column, FieldKind kind) {
    return new Field(id, column, column, kind);
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
