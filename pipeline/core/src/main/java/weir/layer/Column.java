package weir.layer;

import java.util.List;
import java.util.stream.Stream;
import weir.form.Field;

/**
 * A column of the files of a lake.
 *
 * @param id by which tables know it, whatever its name and its place; the items of a list have the
 *     next one
 * @param isOptional whether it may be absent in a row
 */
public record Column(int id, String name, Type type, boolean isOptional) {

  /** What a column holds. */
  public enum Type {
    TEXT,
    BYTES,
    /** A list of texts, which are never absent. */
    TEXTS,
    /** A moment; Weir tells milliseconds. */
    TIME,
    NUMBER,
    /** One that fits into 32 bits. */
    SMALL_NUMBER,
    REAL,
    /** A decimal with six digits behind the point, as whole millionths. */
    MILLIONTHS,
    TRUTH
  }

  /** A column that each row has. */
  public static Column of(int id, String name, Type type) {
    return new Column(id, name, type, /* isOptional= */ false);
  }

  /** A column that a row need not have. */
  public static Column optional(int id, String name, Type type) {
    return new Column(id, name, type, /* isOptional= */ true);
  }

  static List<Column> joined(List<Column> some, List<Column> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }

  /** Those of an answer that is described by its fields. */
  static List<Column> of(List<Field> fields) {
    return fields.stream().flatMap(Column::of).toList();
  }

  /** Decimals differ from row to row, which a decimal column cannot; so exactly, as text. */
  private static Stream<Column> of(Field field) {
    int id = field.id();
    String name = field.column();
    return switch (field.kind()) {
      case TEXT -> Stream.of(of(id, name, Type.TEXT));
      case OPTIONAL_TEXT, OPTIONAL_JSON, OPTIONAL_DECIMAL ->
          Stream.of(optional(id, name, Type.TEXT));
      case TEXTS, NAMES -> Stream.of(of(id, name, Type.TEXTS));
      case TIME -> Stream.of(of(id, name, Type.TIME));
      case NUMBER -> Stream.of(of(id, name, Type.NUMBER));
      case SMALL_NUMBER -> Stream.of(of(id, name, Type.SMALL_NUMBER));
      case OPTIONAL_SMALL_NUMBER -> Stream.of(optional(id, name, Type.SMALL_NUMBER));
      case MONEY ->
          Stream.of(of(id, field.minorColumn(), Type.NUMBER), of(id + 1, name, Type.TEXT));
      case OPTIONAL_REAL, REAL_BESIDE -> Stream.of(optional(id, name, Type.REAL));
      case TRUTH -> Stream.of(of(id, name, Type.TRUTH));
    };
  }

  /** The id of the items of a list. */
  public int itemId() {
    return id + 1;
  }
}
