package weir.layer;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import weir.fields.DeclaredField;
import weir.fields.DeclaredType;
import weir.fields.FieldNames;

/**
 * Columns of the fields that charters declare. Jobs with different charters write into one lake,
 * and nobody keeps a list of what they declare. So the name of a field and its type say all: how
 * its column is called, what is in it, and its id. A field that is declared with another type one
 * day is another column.
 */
public final class DeclaredColumns {
  /** The least id; those that are given by hand are below. */
  static final int FIRST_ID = 10_000;

  /** Iceberg needs the greatest numbers for itself. */
  private static final int IDS = 1 << 30;

  private DeclaredColumns() {}

  /**
   * The columns of a charter's fields, each with its field, in the order of the fields. Most
   * databases do not tell capitals in names apart: of fields that differ only in these the first
   * has a column.
   */
  public static Map<Column, DeclaredField> of(List<DeclaredField> fields) {
    Map<Integer, Column> columns = new LinkedHashMap<>();
    Map<Column, DeclaredField> of = new LinkedHashMap<>();
    for (DeclaredField each : fields) {
      Column column = column(each.type(), each.name());
      if (columns.putIfAbsent(column.id(), column) == null) {
        of.put(column, each);
      }
    }
    return of;
  }

  /** Those of some names that are names of such columns. */
  public static List<Column> among(Collection<String> names) {
    return names.stream().map(DeclaredColumns::named).flatMap(Optional::stream).toList();
  }

  /** The column of that name, if it is the name of one. */
  static Optional<Column> named(String name) {
    for (DeclaredType type : DeclaredType.values()) {
      String before = prefix(type);
      if (name.startsWith(before) && FieldNames.isOne(name.substring(before.length()))) {
        return Optional.of(column(type, name.substring(before.length())))
            .filter(column -> column.name().equals(name));
      }
    }
    return Optional.empty();
  }

  private static Column column(DeclaredType type, String field) {
    String name = prefix(type) + field.toLowerCase(Locale.ROOT);
    return Column.optional(id(name), name, type(type));
  }

  private static String prefix(DeclaredType type) {
    return type.code() + "_";
  }

  /** The id of a column that only its name tells. */
  public static int id(String name) {
    CRC32 hash = new CRC32();
    hash.update(name.getBytes(StandardCharsets.UTF_8));
    return FIRST_ID + (int) (hash.getValue() % IDS);
  }

  private static Column.Type type(DeclaredType type) {
    return switch (type) {
      case TEXT -> Column.Type.TEXT;
      case NUMBER -> Column.Type.MILLIONTHS;
      case BOOL -> Column.Type.TRUTH;
    };
  }
}
