package weir.postgres;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import weir.form.Field;
import weir.form.FieldWriter;
import weir.model.Json;
import weir.model.Money;

/**
 * The fields of many rows as parameters of a statement, an array for each column. The rows are
 * written one after another, each with its fields in their order.
 */
final class FieldArrays implements FieldWriter<RuntimeException> {
  private final @Nullable Object[][] columns;
  private int column;
  private int row;

  FieldArrays(List<Field> fields, int rows) {
    columns = new @Nullable Object[fields.size()][rows];
  }

  /** The fields in one form, with commas between them. */
  static String each(List<Field> fields, Function<Field, String> form) {
    return fields.stream().map(form).collect(Collectors.joining(", "));
  }

  /** Takes a column's value from what is to be inserted; for a row that is there already. */
  static String excluded(Field field) {
    return field.column() + " = excluded." + field.column();
  }

  /** The parameter of a field. */
  static String parameter(Field field) {
    return "?::" + type(field) + "[]";
  }

  /** What PostgreSQL calls the elements of the array. */
  static String type(Field field) {
    return switch (field.kind()) {
      case TEXT, OPTIONAL_TEXT, OPTIONAL_JSON, TEXTS, NAMES -> "text";
      case TIME, NUMBER, SMALL_NUMBER, OPTIONAL_SMALL_NUMBER -> "int8";
      case OPTIONAL_DECIMAL, MONEY -> "numeric";
      case OPTIONAL_REAL, REAL_BESIDE -> "float8";
      case TRUTH -> "bool";
    };
  }

  /** What the column becomes, out of one of that name in the rows of the parameters. */
  static String selected(Field field) {
    String column = field.column();
    return switch (field.kind()) {
      case TEXT,
          OPTIONAL_TEXT,
          NUMBER,
          SMALL_NUMBER,
          OPTIONAL_SMALL_NUMBER,
          OPTIONAL_DECIMAL,
          MONEY,
          OPTIONAL_REAL,
          REAL_BESIDE,
          TRUTH ->
          column;
      case OPTIONAL_JSON -> column + "::jsonb";
      case TIME -> ArrayParameters.time(column);
      // An array of arrays would have to be a rectangle.
      case NAMES -> "string_to_array(" + column + ", ',')";
      case TEXTS ->
          "array(select item from jsonb_array_elements_text("
              + column
              + "::jsonb) with ordinality as each (item, n) order by n)";
    };
  }

  /** The values of one column, in the order of the rows. */
  @Nullable Object[] values(int column) {
    return columns[column];
  }

  private void put(@Nullable Object value) {
    columns[column][row] = value;
    column++;
    if (column == columns.length) {
      column = 0;
      row++;
    }
  }

  @Override
  public void text(Field field, String value) {
    put(value);
  }

  @Override
  public void optionalText(Field field, @Nullable String value) {
    put(value);
  }

  @Override
  public void texts(Field field, List<String> value) {
    put(Json.array(value));
  }

  @Override
  public void names(Field field, List<String> value) {
    put(String.join(",", value));
  }

  @Override
  public void time(Field field, long millis) {
    put(millis);
  }

  @Override
  public void number(Field field, long value) {
    put(value);
  }

  @Override
  public void smallNumber(Field field, int value) {
    put((long) value);
  }

  @Override
  public void optionalSmallNumber(Field field, @Nullable Integer value) {
    put(value == null ? null : (Long) (long) value);
  }

  @Override
  public void optionalDecimal(Field field, @Nullable BigDecimal value) {
    put(value);
  }

  @Override
  public void money(Field field, long minor, String currency) {
    put(Money.toMajor(minor, currency));
  }

  @Override
  public void optionalReal(Field field, @Nullable Double value) {
    put(value);
  }

  @Override
  public void realBeside(Field field, @Nullable Double value) {
    put(value);
  }

  @Override
  public void truth(Field field, boolean value) {
    put(value);
  }
}
