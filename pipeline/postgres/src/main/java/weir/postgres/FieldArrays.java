package weir.postgres;

import java.io.IOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import weir.form.Field;
import weir.form.FieldWriter;
import weir.model.Json;

/** Fields as parameters of a statement that takes any number of rows, an array for each column. */
final class FieldArrays {
  private FieldArrays() {}

  /** The parameter of a field. */
  static String parameter(Field<?> field) {
    return switch (field.kind()) {
      case TEXT, OPTIONAL_TEXT, TEXTS -> "?::text[]";
      case TIME, NUMBER, SMALL_NUMBER -> "?::int8[]";
      case DECIMAL -> "?::numeric[]";
    };
  }

  /** What the column becomes, out of one of that name in the rows of the parameters. */
  static String selected(Field<?> field) {
    String column = field.column();
    return switch (field.kind()) {
      case TEXT, OPTIONAL_TEXT, NUMBER, SMALL_NUMBER, DECIMAL -> column;
      case TIME -> ArrayParameters.time(column);
      // An array of arrays would have to be a rectangle.
      case TEXTS ->
          "array(select item from jsonb_array_elements_text("
              + column
              + "::jsonb) with ordinality as each (item, n) order by n)";
    };
  }

  static <T> void bind(List<Field<T>> fields, ArrayParameters<T> parameters) throws SQLException {
    for (Field<T> field : fields) {
      switch (field.kind()) {
        case TEXT, OPTIONAL_TEXT, TEXTS -> parameters.text(value(field));
        case TIME, NUMBER, SMALL_NUMBER -> parameters.whole(value(field));
        case DECIMAL -> parameters.number(value(field));
      }
    }
  }

  @SuppressWarnings("unchecked") // A field's kind says what its value is.
  private static <T, V> Function<T, @Nullable V> value(Field<T> field) {
    Value value = new Value();
    return from -> {
      try {
        field.write(from, value);
      } catch (IOException impossible) {
        throw new IllegalStateException(impossible);
      }
      return (V) value.last;
    };
  }

  /** Keeps what it is given, as the array of the column wants it. */
  private static final class Value implements FieldWriter {
    private @Nullable Object last;

    @Override
    public void text(Field<?> field, String value) {
      last = value;
    }

    @Override
    public void optionalText(Field<?> field, @Nullable String value) {
      last = value;
    }

    @Override
    public void texts(Field<?> field, List<String> value) {
      last = Json.array(value);
    }

    @Override
    public void time(Field<?> field, long millis) {
      last = millis;
    }

    @Override
    public void number(Field<?> field, long value) {
      last = value;
    }

    @Override
    public void smallNumber(Field<?> field, int value) {
      last = (long) value;
    }

    @Override
    public void decimal(Field<?> field, BigDecimal value) {
      last = value;
    }
  }
}
