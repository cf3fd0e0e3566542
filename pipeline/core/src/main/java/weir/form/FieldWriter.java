package weir.form;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes the values of fields in their order, and puts them into one form.
 *
 * @param <X> what may go wrong on the way
 */
public interface FieldWriter<X extends Exception> {
  void text(Field field, String value) throws X;

  void optionalText(Field field, @Nullable String value) throws X;

  /** The text of a JSON object; a text like any other, unless a form knows better. */
  default void optionalJson(Field field, @Nullable String value) throws X {
    optionalText(field, value);
  }

  void texts(Field field, List<String> value) throws X;

  void names(Field field, List<String> value) throws X;

  void time(Field field, long millis) throws X;

  void number(Field field, long value) throws X;

  void smallNumber(Field field, int value) throws X;

  void optionalSmallNumber(Field field, @Nullable Integer value) throws X;

  void optionalDecimal(Field field, @Nullable BigDecimal value) throws X;

  void money(Field field, long minor, String currency) throws X;

  void optionalReal(Field field, @Nullable Double value) throws X;

  void realBeside(Field field, @Nullable Double value) throws X;

  void truth(Field field, boolean value) throws X;
}
